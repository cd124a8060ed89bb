import { toast } from '../../components/toast.tsx';
import { useStates } from '../../states.ts';

/** Copies text and says so. */
export function useCopy(): (text: string, done: string) => Promise<void> {
  const { app } = useStates();
  return async (text, done) => {
    const answer = await app.copy(text);
    if (answer.ok) toast(done);
    else app.failure.value = answer.failure;
  };
}
