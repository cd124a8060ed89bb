import type { Practice, PracticeTrouble } from '../../core/contract/events.ts';
import { useStates } from '../states.ts';
import { useWords } from '../words.ts';
import { Field } from './field.tsx';
import { Select } from './select.tsx';

/** In the order of the contract, which the window may not import: its list lives beside the schemas. */
const troubles = [
  'none',
  'made-no-answer',
  'made-but-500',
  'not-made-500',
  'rate-overlimit',
  'not-linked',
  'quota',
  'person-not-added',
  'bad-number',
  'offline',
] as const satisfies readonly PracticeTrouble[];

const clocks = ['real', 'fast', 'fastest'] as const satisfies readonly Practice['clock'][];

/** What the next group meets, and how fast the clock runs. */
export function PracticeChoices() {
  const t = useWords();
  const { practice, setTrouble } = useStates().app;
  const { trouble, clock } = practice.value;
  return (
    <>
      <Field label={t('practice.nextGroup')} help={t(trouble === 'none' ? 'practice.help-none' : 'practice.help')}>
        {({ 'aria-invalid': _, ...idProps }) => (
          <Select
            {...idProps}
            options={troubles.map((value) => ({ value, label: t(`practice.${value}`) }))}
            value={trouble}
            onChange={(chosen) => void setTrouble({ trouble: chosen })}
          />
        )}
      </Field>
      <Field label={t('practice.clock')}>
        {({ 'aria-invalid': _, ...idProps }) => (
          <Select
            {...idProps}
            options={clocks.map((value) => ({ value, label: t(`practice.clock-${value}`) }))}
            value={clock}
            onChange={(chosen) => void setTrouble({ clock: chosen })}
          />
        )}
      </Field>
    </>
  );
}
