import { z } from 'zod';
import type { WorldPerson } from '../../main/practice/people.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { systemClock } from '../../main/system-clock.ts';

type PracticeAccount = {
  /** Everybody whom the practice account knows. */
  readonly people: readonly WorldPerson[];
  /** Asks the service at this address, past the app, for every group that is there. */
  groups(apiUrl: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
};

const contactsSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** The app's own practice account, which the same seed makes again. */
export async function knowPracticeAccount(): Promise<PracticeAccount> {
  const twin = await createPractice({ seed: 1, clock: systemClock });
  const { idInstance, apiTokenInstance } = twin;
  const { people } = twin.world;
  await twin.close();
  return {
    people,
    async groups(apiUrl) {
      const answer = await fetch(`${apiUrl}/waInstance${idInstance}/getContacts/${apiTokenInstance}?group=true`);
      return contactsSchema.parse(await answer.json());
    },
  };
}
