import { effect } from '@preact/signals';
import { render } from 'preact';
import type { Place } from '../core/contract/events.ts';
import { languageOf } from '../core/language.ts';
import { App } from './app.tsx';
import { windowClock } from './clock.ts';
import { NotOpened } from './components/not-opened.tsx';
import { go } from './route.ts';
import { createStates, type States, StatesProvider } from './states.ts';
import './styles/index.css';
import { language, speak } from './words.ts';

const root = document.querySelector('#app');
if (!root) throw new Error('index.html has the place for the window');

void open(root);

/** Asks main for everything once, and draws. */
async function open(place: Element): Promise<void> {
  const { api, listen } = window;
  const pathOf = (file: unknown) => (file instanceof File ? window.pathOf(file) : '');
  // Read meanwhile: most people speak the language of their system.
  const speaking = speak(languageOf({ language: 'system' }, navigator.language));
  const snapshot = await api['app.snapshot']({});
  if (!snapshot.ok) {
    await speaking;
    const onRestart = () => void api['app.restart']({});
    render(<NotOpened failure={snapshot.failure} onRetry={() => void open(place)} onRestart={onRestart} />, place);
    return;
  }
  // Nothing is awaited between the answer and the listeners, so that no event is missed.
  const states = createStates({ api, listen, pathOf, clock: windowClock, snapshot: snapshot.value });
  const goTo = ({ screen, jobId, runId }: Place) => {
    if (jobId !== undefined) go({ at: 'result', jobId });
    else go(runId === undefined ? { at: screen } : { at: 'sheet', runId });
  };
  listen('window.navigate', goTo);
  if (snapshot.value.place) goTo(snapshot.value.place);
  await speak(states.settings.language.value);
  followSettings(states);
  render(
    <StatesProvider value={states}>
      <App />
    </StatesProvider>,
    place,
  );
}

/** Language and theme belong to the document, not to a screen. */
function followSettings({ settings }: States): void {
  effect(() => {
    void speak(settings.language.value);
  });
  effect(() => {
    document.documentElement.lang = language.value;
  });
  effect(() => {
    const { theme } = settings.settings.value;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  });
}
