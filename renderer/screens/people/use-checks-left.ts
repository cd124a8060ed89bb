import { useStates } from '../../states.ts';
import { useWords } from '../../words.ts';

/** `37 of 100 left this month`; empty until the service has told the allowance. */
export function useChecksLeft(): string {
  const t = useWords();
  const checks = useStates().work.people.overview.value.value?.checks;
  if (!checks || checks.total === null) return '';
  return t('people.checksLeft', { left: Math.max(0, checks.total - checks.used), total: checks.total });
}
