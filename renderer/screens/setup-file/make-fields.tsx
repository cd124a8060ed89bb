import { setupPeriods } from '../../../core/setup-ending.ts';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Segments } from '../../components/segments.tsx';
import type { SetupMaking } from '../../state/setup-making.ts';
import { useWords } from '../../words.ts';
import { MadePassphrase } from './made-passphrase.tsx';
import { PassphraseInput } from './passphrase-input.tsx';

/** The contract's limit. */
const labelMax = 60;
const periods = [...setupPeriods, 'ever'] as const;

type MakeFieldsProps = {
  readonly making: SetupMaking;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
};

/** Whom it is for, what goes along, how long it can be used, and its passphrase. */
export function MakeFields({ making, accounts }: MakeFieldsProps) {
  const t = useWords();
  const { label, chosen, taken, lists, usableFor } = making;
  const inSeveral = chosen.value.size > 1;
  const nameOfAccount = (accountId: string) => accounts.find(({ id }) => id === accountId)?.name ?? '';
  return (
    <>
      <Field label={t('setupFile.whom')} help={t('setupFile.whomHelp')}>
        {(idProps) => (
          <input
            {...idProps}
            class="input"
            autocomplete="off"
            maxLength={labelMax}
            value={label.value}
            onInput={(event) => {
              label.value = event.currentTarget.value;
            }}
          />
        )}
      </Field>
      <Choices
        legend={t('setupFile.chooseAccounts')}
        problem={making.problem.value === 'no-accounts' ? t('setupFile.noAccounts') : null}
        options={accounts.map(({ id, name }) => ({ id, name }))}
        chosen={chosen.value}
        onChange={making.chooseAccount}
      />
      {lists.value.length > 0 && (
        <Choices
          legend={t('setupFile.takeLists')}
          problem={null}
          options={lists.value.map(({ listId, accountId, name, count }) => {
            const line = t('setupFile.list', { name, count });
            return { id: listId, name: inSeveral ? `${line} · ${nameOfAccount(accountId)}` : line };
          })}
          chosen={taken.value}
          onChange={making.takeList}
        />
      )}
      <div class="stack tight">
        <b class="field-label">{t('setupFile.usable')}</b>
        <Segments
          label={t('setupFile.usable')}
          options={periods.map((value) => ({ value, label: t(`setupFile.for-${value}`) }))}
          value={usableFor.value ?? 'ever'}
          onChange={(value) => {
            usableFor.value = value === 'ever' ? null : value;
          }}
        />
        <p class="small">{t('setupFile.usableHelp')}</p>
      </div>
      <Passphrase making={making} />
    </>
  );
}

type ChoicesProps = {
  readonly legend: string;
  readonly problem: string | null;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (id: string, on: boolean) => void;
};

function Choices({ legend, problem, options, chosen, onChange }: ChoicesProps) {
  return (
    <fieldset class="choices">
      <legend class="field-label">{legend}</legend>
      {options.map(({ id, name }) => (
        <label class="option" key={id}>
          <input
            class="check"
            type="checkbox"
            checked={chosen.has(id)}
            aria-invalid={problem !== null}
            onChange={(event) => onChange(id, event.currentTarget.checked)}
          />
          <span class="breakable">{name}</span>
        </label>
      ))}
      {problem !== null && (
        <p class="help error small" role="alert">
          <Icon name="alert" />
          <span>{problem}</span>
        </p>
      )}
    </fieldset>
  );
}

function Passphrase({ making }: { readonly making: SetupMaking }) {
  const t = useWords();
  const { isOwn, made, own, again } = making;
  const problem = making.problem.value;
  return (
    <div class="stack tight">
      <b class="field-label">{t('setupFile.who')}</b>
      <Segments
        label={t('setupFile.who')}
        options={[
          { value: 'made', label: t('setupFile.makeOne') },
          { value: 'own', label: t('setupFile.ownOne') },
        ]}
        value={isOwn.value ? 'own' : 'made'}
        onChange={(value) => {
          isOwn.value = value === 'own';
        }}
      />
      {isOwn.value ? (
        <>
          <Field
            label={t('setupFile.passphrase')}
            help={t('setupFile.ownHelp')}
            problem={problem === 'too-short' || problem === 'too-plain' ? { text: t(`setupFile.${problem}`) } : null}
          >
            {(idProps) => (
              <PassphraseInput idProps={idProps} value={own.value} onType={(text) => making.type('own', text)} />
            )}
          </Field>
          <Field
            label={t('setupFile.again')}
            problem={problem === 'different' ? { text: t('setupFile.different') } : null}
          >
            {(idProps) => (
              <PassphraseInput idProps={idProps} value={again.value} onType={(text) => making.type('again', text)} />
            )}
          </Field>
        </>
      ) : (
        <MadePassphrase passphrase={made} help={t('setupFile.madeHelp')} />
      )}
    </div>
  );
}
