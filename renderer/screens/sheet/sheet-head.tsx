import { Icon } from '../../components/icon.tsx';
import { useWords } from '../../words.ts';

const steps = ['file', 'columns', 'check', 'plan'] as const;
export type SheetStep = (typeof steps)[number];

/** The heading, and where one is on the way to many groups. */
export function SheetHead({ at }: { readonly at?: SheetStep }) {
  const t = useWords();
  const here = at ? steps.indexOf(at) : -1;
  return (
    <header class="head">
      <h1>{t('sheet.title')}</h1>
      {at && (
        <ol class="steps end" aria-label={t('sheet.steps')}>
          {steps.map((step, place) => (
            <li key={step} class={place < here ? 'done' : undefined} aria-current={step === at ? 'step' : undefined}>
              <span class="dot">{place < here ? <Icon name="check" /> : place + 1}</span>
              <span class="name">{t(`sheet.${step}`)}</span>
            </li>
          ))}
        </ol>
      )}
    </header>
  );
}
