import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { Spinner } from './components/spinner.tsx';
import { focusContentIfLost } from './focus-content.ts';
import { useWords } from './words.ts';

/** A screen whose code is read when it is first shown; meanwhile its place says so. What floats needs no place. */
export function lazyScreen<P extends object>(
  load: () => Promise<FunctionComponent<P>>,
  { floats = false } = {},
): FunctionComponent<P> {
  const loaded = signal<{ readonly Screen: FunctionComponent<P> } | null>(null);
  return function LazyScreen(props) {
    const t = useWords();
    useEffect(() => {
      if (!loaded.value)
        void load().then((Screen) => {
          loaded.value = { Screen };
        });
    }, []);
    const isLoaded = loaded.value !== null;
    useEffect(focusContentIfLost, [isLoaded]);
    if (loaded.value) return <loaded.value.Screen {...props} />;
    if (floats) return null;
    return (
      <main class="page">
        <div class="body">
          <Spinner words={t('shell.loading')} />
        </div>
      </main>
    );
  };
}
