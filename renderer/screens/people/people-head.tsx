import { Button } from '../../components/button.tsx';
import { useStates } from '../../states.ts';
import { useFormat, useWords } from '../../words.ts';
import { isNarrowed } from './narrowed.ts';
import { useSync } from './use-sync.ts';

type PeopleHeadProps = { readonly onImport: () => void; readonly onAdd: () => void };

/** The title, how fresh the contacts are or how many were found, and the ways people come in. */
export function PeopleHead({ onImport, onAdd }: PeopleHeadProps) {
  const t = useWords();
  const { sync } = useStates().work;
  const startSync = useSync();
  return (
    <header class="head">
      <h1>{t('people.title')}</h1>
      <HowFresh />
      <div class="end line">
        <Button
          icon="refresh"
          label={t('people.sync')}
          busy={sync.running.value && t('people.syncing')}
          onClick={startSync}
        >
          <span class="button-word">{t('people.sync')}</span>
        </Button>
        <Button icon="file" label={t('people.importFile')} onClick={onImport}>
          <span class="button-word">{t('people.importFile')}</span>
        </Button>
        <Button icon="plus" onClick={onAdd}>
          {t('people.add')}
        </Button>
      </div>
    </header>
  );
}

function HowFresh() {
  const t = useWords();
  const format = useFormat();
  const { list, overview, selection } = useStates().work.people;
  const total = list.total.value;
  const nowMs = Date.now();
  const syncedAtMs = overview.value.value?.syncedAtMs ?? null;
  const found = total === null ? '' : t('people.found', { count: total });
  const chosen = selection.count.value === 0 ? '' : t('people.chosen', { count: selection.count.value });

  const seen = () => {
    if (isNarrowed(list.shown.value)) return found;
    if (syncedAtMs === null) return total ? t('people.total', { count: total }) : '';
    const time = format.time(syncedAtMs);
    if (format.when(syncedAtMs, nowMs) === time) return t('people.syncedAt', { time });
    return t('people.syncedOn', { date: format.date(syncedAtMs, nowMs) });
  };

  return (
    <>
      <span class="small">{seen()}</span>
      <span class="spoken" role="status">
        {[found, chosen].filter(Boolean).join(', ')}
      </span>
    </>
  );
}
