import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** `37 of 100 left this month`; until the service has told the allowance, how many were asked about. */
export function useChecksLeft(): string {
  const t = useWords();
  const checks = useStates().work.people.overview.value.value?.checks;
  if (!checks) return '';
  if (checks.total === null) return checks.used === 0 ? '' : t('people.checksUsed', { count: checks.used });
  return t('people.checksLeft', { left: Math.max(0, checks.total - checks.used), total: checks.total });
}
