/**
 * Asks one question at a time, and of those that wait only the newest: typing needs no pause before a search, and an
 * answer that is older than the last question is never taken.
 */
export function createLatest<Q, A>(
  ask: (question: Q) => Promise<A>,
  take: (answer: A, question: Q) => void,
): (question: Q) => Promise<void> {
  let running = false;
  let next: { readonly question: Q } | null = null;

  return async (question) => {
    next = { question };
    if (running) return;
    running = true;
    try {
      while (next !== null) {
        const current: { readonly question: Q } = next;
        next = null;
        const answer = await ask(current.question);
        if (next === null) take(answer, current.question);
      }
    } finally {
      running = false;
    }
  };
}
