import { type Answer, json } from './reply.ts';

const quotaAdvice =
  'Please go to your personal account and change the tariff to business https://console.green-api.com';

/** HTTP 466: the allowance of one method. */
export const methodQuota = (method: string, used: number, total: number): Answer =>
  json(
    {
      invokeStatus: {
        method: method.toLowerCase(),
        used,
        total,
        status: 'QUOTE_EXCEEDED',
        description: `Monthly quota has been exceeded. ${quotaAdvice}`,
      },
    },
    466,
  );

/** HTTP 466: the chats of the Developer tariff. */
export const chatQuota = (method: string, used: number, total: number, chatIds: readonly string[]): Answer =>
  json(
    {
      invokeStatus: { method: method.toLowerCase(), used: 67, total: 0, status: 'QUOTE_ALLOWED' },
      correspondentsStatus: {
        method: 'correspondents',
        used,
        total,
        status: 'CORRESPONDENTS_QUOTE_EXCEEDED',
        description: `Monthly quota has been exceeded. You can only send or receive messages from these numbers: ${chatIds.join(',')}. ${quotaAdvice}`,
      },
    },
    466,
  );
