import type { Clock } from '../../core/clock.ts';

/** GREEN-API's tariffs: Business counts nothing that matters here, Developer has monthly caps and three chats. */
export type Tariff = 'business' | 'developer';

/** A month's allowance per method, as the tariff pages give it; methods that are not listed have none. */
const developerCaps: Readonly<Record<string, number>> = {
  checkWhatsapp: 100,
  createGroup: 1000,
  updateGroupName: 1000,
  getGroupData: 1000,
  addGroupParticipant: 1000,
  removeGroupParticipant: 1000,
  setGroupAdmin: 1000,
  removeAdmin: 1000,
  leaveGroup: 500,
  getContacts: 1000,
};
const developerChats = 3;

type Overdrawn =
  | { readonly of: 'method'; readonly used: number; readonly total: number }
  | { readonly of: 'chats'; readonly used: number; readonly total: number; readonly chatIds: readonly string[] };

export type Quota = {
  setTariff(tariff: Tariff): void;
  /** Caps one method, whatever the tariff says; null takes the cap away. */
  setCap(method: string, total: number | null): void;
  /** Why this call is over the month's allowance, or null. */
  overdrawn(method: string, chatId: string | null): Overdrawn | null;
  /** Counts a call that was let through. */
  count(method: string, chatId: string | null): void;
};

/** Monthly counters; they start anew on the first of the month (UTC). */
export function createQuota({ clock }: { clock: Clock }): Quota {
  let tariff: Tariff = 'business';
  let month = '';
  const caps = new Map<string, number | null>();
  const used = new Map<string, number>();
  const chats = new Set<string>();

  function turnPage(): void {
    const current = new Date(clock.now()).toISOString().slice(0, 7);
    if (current === month) return;
    month = current;
    used.clear();
    chats.clear();
  }

  function capOf(method: string): number | null {
    const own = caps.get(method);
    if (own !== undefined) return own;
    return tariff === 'developer' ? (developerCaps[method] ?? null) : null;
  }

  return {
    setTariff: (next) => {
      tariff = next;
    },
    setCap: (method, total) => {
      caps.set(method, total);
    },
    overdrawn: (method, chatId) => {
      turnPage();
      const total = capOf(method);
      const soFar = used.get(method) ?? 0;
      if (total !== null && soFar >= total) return { of: 'method', used: soFar, total };
      if (tariff !== 'developer' || chatId === null || chats.has(chatId) || chats.size < developerChats) return null;
      return { of: 'chats', used: chats.size, total: developerChats, chatIds: [...chats] };
    },
    count: (method, chatId) => {
      turnPage();
      used.set(method, (used.get(method) ?? 0) + 1);
      if (chatId !== null) chats.add(chatId);
    },
  };
}
