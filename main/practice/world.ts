import { isGroupChatId, toPersonChatId } from '../../core/chat-id.ts';
import type { Clock } from '../../core/clock.ts';
import { createWorldGroups, type WorldGroup } from './groups.ts';
import { createInstance, type Instance } from './instance.ts';
import { makeLid, makePeople, makeWriters, ownDigits, type WorldPerson } from './people.ts';
import { createQuota, type Quota } from './quota.ts';
import { createRandom } from './random.ts';

/** Something that calls really did to the world, in order: what tests count. */
type Effect =
  | {
      readonly what: 'group-created';
      readonly chatId: string;
      readonly name: string;
      readonly asked: readonly string[];
    }
  | { readonly what: 'renamed'; readonly chatId: string; readonly name: string }
  | { readonly what: 'added' | 'removed' | 'admin' | 'no-admin'; readonly chatId: string; readonly person: string }
  | { readonly what: 'picture-set'; readonly chatId: string; readonly bytes: number }
  | ({ readonly what: 'settings-changed'; readonly chatId: string } & GroupRules)
  | { readonly what: 'left'; readonly chatId: string }
  | { readonly what: 'contact-saved'; readonly person: string; readonly name: string }
  | { readonly what: 'message-sent'; readonly chatId: string; readonly message: string };

/** What members who are no admins may not do. Left out: as it was. */
export type GroupRules = { readonly onlyAdminsWrite?: boolean; readonly onlyAdminsEdit?: boolean };

export type WorldOptions = {
  /** How many made-up people the phone knows. */
  readonly people?: number;
  /** The digits of the phone's own number. */
  readonly own?: string;
};

/** How late the service's lists show what has happened, in ms. GREEN-API: contacts up to 300 s, chats up to 60 s. */
type Lag = { contactsMs: number; chatsMs: number };

/** GREEN-API getContacts: `newChatId` says that the id has become another. */
type ListedIds = { readonly id: string; readonly newChatId?: string };

export type World = ReturnType<typeof createWorld>;

/** WhatsApp and the phone behind the practice service: the truth that its answers may or may not tell. */
export function createWorld(
  { seed, clock }: { seed: number; clock: Clock },
  { people: count = 240, own = ownDigits }: WorldOptions = {},
) {
  const strangers = createRandom(seed, 'strangers');
  const messageIds = createRandom(seed, 'messages');
  const groups = createWorldGroups({ clock, random: createRandom(seed, 'groups') });
  const instance: Instance = createInstance({ clock, random: createRandom(seed, 'instance') });
  const quota: Quota = createQuota({ clock });
  const lag: Lag = { contactsMs: 0, chatsMs: 0 };
  const effects: Effect[] = [];
  const pictures = new Map<string, Uint8Array>();

  const people = new Map<string, WorldPerson>();
  const byLid = new Map<string, string>();
  /** By which ids the list of contacts names somebody, where it is not their number alone. */
  const listedAs = new Map<string, ListedIds>();
  /** Monotonic time at which a chat came to the phone; the service's lists follow with their lag. */
  const knownSince = new Map<string, number>();

  const me: WorldPerson = {
    chatId: toPersonChatId(own),
    lid: makeLid(strangers),
    name: 'Practice phone',
    onWhatsapp: true,
    addableBy: 'everyone',
    savedAs: null,
  };
  remember(me);
  for (const person of makePeople(createRandom(seed, 'people'), count)) {
    remember(person);
    knownSince.set(person.chatId, Number.NEGATIVE_INFINITY);
  }

  const writers = new Set(makeWriters(createRandom(seed, 'writers')).map(remember));

  function remember(person: WorldPerson): WorldPerson {
    people.set(person.chatId, person);
    byLid.set(person.lid, person.chatId);
    return person;
  }

  /** Whoever has this id. A number nobody has heard of belongs to somebody who is on WhatsApp and may be added. */
  function personOf(id: string): WorldPerson | null {
    const known = people.get(byLid.get(id) ?? id);
    if (known || !id.endsWith('@c.us')) return known ?? null;
    return remember({ ...me, chatId: id, lid: makeLid(strangers), name: '', savedAs: null });
  }

  const mayAdd = (person: WorldPerson): boolean =>
    person.onWhatsapp && (person.addableBy === 'everyone' || person.savedAs !== null);

  const isAdmin = (group: WorldGroup): boolean =>
    group.members.some((member) => member.chatId === me.chatId && member.isAdmin);

  /** A group in which we may change things. */
  const ownGroup = (chatId: string): WorldGroup | null => {
    const group = groups.find(chatId);
    return group && isAdmin(group) ? group : null;
  };

  function makeGroup(name: string, owner: WorldPerson, ids: readonly string[]): WorldGroup {
    const asked = new Set(ids.flatMap((id) => personOf(id) ?? []));
    const others = [...asked].filter((person) => person !== owner && mayAdd(person));
    const group = groups.make(name, owner, others);
    knownSince.set(group.chatId, clock.monotonic());
    return group;
  }

  return {
    me,
    instance,
    quota,
    lag,
    effects: effects as readonly Effect[],

    /** Every group that exists, as the phone shows them. */
    get groups(): readonly WorldGroup[] {
      return groups.all();
    },
    /** Everybody the service has heard of, the made-up people first. */
    get people(): readonly WorldPerson[] {
      return [...people.values()].filter((person) => person !== me && !writers.has(person));
    },
    group: groups.find,
    /** The JPEG as it came. */
    pictureOf: (chatId: string): Uint8Array | null => pictures.get(chatId) ?? null,
    person: personOf,
    listedAs: (chatId: string): ListedIds => listedAs.get(chatId) ?? { id: chatId },

    /** Who wrote to the phone and is not among its contacts. */
    get writers(): readonly WorldPerson[] {
      return [...writers];
    },
    /** Chats that a list with this lag shows by now, in the order they came. */
    known: (lagMs: number): readonly string[] =>
      [...knownSince].filter(([, since]) => clock.monotonic() - since >= lagMs).map(([chatId]) => chatId),

    /** What calls of the service do. */
    calls: {
      createGroup(name: string, chatIds: readonly string[]): WorldGroup {
        const group = makeGroup(name, me, chatIds);
        effects.push({ what: 'group-created', chatId: group.chatId, name, asked: chatIds });
        return group;
      },
      rename(chatId: string, name: string): boolean {
        if (!ownGroup(chatId)) return false;
        groups.rename(chatId, name);
        effects.push({ what: 'renamed', chatId, name });
        return true;
      },
      add(chatId: string, id: string): boolean {
        const person = personOf(id);
        if (!ownGroup(chatId) || !person || !mayAdd(person) || !groups.join(chatId, person)) return false;
        effects.push({ what: 'added', chatId, person: person.chatId });
        return true;
      },
      remove(chatId: string, id: string): boolean {
        const person = personOf(id);
        if (!ownGroup(chatId) || !person || !groups.leave(chatId, person.chatId)) return false;
        effects.push({ what: 'removed', chatId, person: person.chatId });
        return true;
      },
      setAdmin(chatId: string, id: string, admin: boolean): boolean {
        const person = personOf(id);
        if (!ownGroup(chatId) || !person || !groups.setAdmin(chatId, person.chatId, admin)) return false;
        effects.push({ what: admin ? 'admin' : 'no-admin', chatId, person: person.chatId });
        return true;
      },
      /** Answers where the picture is to be had, or null. */
      setPicture(chatId: string, jpeg: Uint8Array): string | null {
        if (!ownGroup(chatId)) return null;
        pictures.set(chatId, jpeg);
        effects.push({ what: 'picture-set', chatId, bytes: jpeg.length });
        const pictureUrl = `https://pps.whatsapp.net/practice/${effects.length}.jpg`;
        groups.change(chatId, { pictureUrl });
        return pictureUrl;
      },
      setRules(chatId: string, rules: GroupRules): boolean {
        if (!ownGroup(chatId)) return false;
        groups.change(chatId, rules);
        effects.push({ what: 'settings-changed', chatId, ...rules });
        return true;
      },
      leave(chatId: string): boolean {
        if (!groups.leave(chatId, me.chatId)) return false;
        effects.push({ what: 'left', chatId });
        return true;
      },
      saveContact(id: string, name: string): 'saved' | 'exists' | 'not-on-whatsapp' {
        const person = personOf(id);
        if (!person?.onWhatsapp) return 'not-on-whatsapp';
        if (person.savedAs !== null) return 'exists';
        remember({ ...person, savedAs: name });
        if (!knownSince.has(person.chatId)) knownSince.set(person.chatId, clock.monotonic());
        effects.push({ what: 'contact-saved', person: person.chatId, name });
        return 'saved';
      },
      sendMessage(chatId: string, message: string): string {
        effects.push({ what: 'message-sent', chatId, message });
        return `3EB0${messageIds.text('0123456789ABCDEF', 16)}`;
      },
    },

    /** What people do on their phones, behind the service's back. */
    phone: {
      /** Somebody makes a group that we are in; without `by` we make it ourselves. */
      createGroup(name: string, chatIds: readonly string[], by?: string): WorldGroup {
        const owner = by === undefined ? me : (personOf(by) ?? me);
        return makeGroup(name, owner, owner === me ? chatIds : [me.chatId, ...chatIds]);
      },
      rename: (chatId: string, name: string): void => groups.rename(chatId, name),
      /** False when the link leads nowhere, or they are in. */
      joinByLink(link: string, id: string): boolean {
        const group = groups.findByLink(link);
        const person = personOf(id);
        return group !== null && person !== null && groups.join(group.chatId, person);
      },
      /** Somebody leaves or is taken out; our own id takes us out. */
      leave: (chatId: string, id: string): boolean => groups.leave(chatId, personOf(id)?.chatId ?? id),
      setAdmin: (chatId: string, id: string, admin: boolean): boolean =>
        groups.setAdmin(chatId, personOf(id)?.chatId ?? id, admin),
      /** They vanish from the lists of contacts and chats. */
      unlist(id: string): void {
        const person = personOf(id);
        knownSince.delete(person?.chatId ?? id);
        if (person) writers.delete(person);
      },
      /** From now on the list of contacts names them by these ids. */
      listAs(id: string, ids: ListedIds): void {
        listedAs.set(personOf(id)?.chatId ?? id, ids);
      },
      /** Sets what is true of somebody: not on WhatsApp, only to be added by contacts, saved or not. */
      change(id: string, change: Partial<Pick<WorldPerson, 'name' | 'onWhatsapp' | 'addableBy' | 'savedAs'>>): void {
        const person = personOf(id);
        if (person && !isGroupChatId(id)) remember({ ...person, ...change });
      },
    },
  };
}
