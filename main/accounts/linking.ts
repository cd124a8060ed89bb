import type { Clock } from '../../core/clock.ts';
import type { Api } from '../../core/contract/calls.ts';
import type { Failure } from '../../core/failure.ts';
import { countryOf, formatPhone, readPhone } from '../../core/phone.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { GreenApi } from '../green-api/green-api.ts';

type LinkingDeps = {
  readonly api: (accountId: string) => Result<GreenApi, Failure>;
  readonly phoneOf: (accountId: string) => string | null;
  /** The phone is linked now: the state and number of the account are worth asking for. */
  readonly onLinked: (accountId: string) => void;
  readonly locale: string;
  readonly clock: Pick<Clock, 'now'>;
};

/** GREEN-API getAuthorizationCode: "about 2.5 minutes". */
const pairingCodeMs = 150_000;

/** Linking the phone, by a QR code or by a code to type on it. */
export function createLinking({ api, phoneOf, onLinked, locale, clock }: LinkingDeps): {
  readonly [C in 'readQr' | 'askPairingCode']: Api[`accounts.${C}`];
} {
  return {
    async readQr({ accountId }) {
      const client = api(accountId);
      if (!client.ok) return client;
      const answer = await client.value.qr();
      if (!answer.ok) return err(answer.failure.failure);
      if (answer.value.at === 'linked') onLinked(accountId);
      return answer;
    },

    async askPairingCode({ accountId, phone }) {
      const client = api(accountId);
      if (!client.ok) return client;
      const reading = readPhone(phone, countryOf(phoneOf(accountId), locale));
      if (reading.at !== 'ready') {
        const guess = reading.at === 'repair' ? formatPhone(reading.digits) : null;
        return err({ code: 'bad-number', number: phone.trim(), guess });
      }
      const answer = await client.value.getAuthorizationCode(reading.digits);
      if (!answer.ok) return err(answer.failure.failure);
      return ok({ code: answer.value.code, untilMs: clock.now() + pairingCodeMs });
    },
  };
}
