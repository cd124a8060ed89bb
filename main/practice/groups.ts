import type { Clock } from '../../core/clock.ts';
import type { WorldPerson } from './people.ts';
import type { Random } from './random.ts';

export type GroupMember = {
  readonly chatId: string;
  readonly lid: string;
  readonly isAdmin: boolean;
  readonly isSuperAdmin: boolean;
};

/** A group as WhatsApp holds it. Times are wall time in ms. */
export type WorldGroup = {
  readonly chatId: string;
  readonly name: string;
  readonly owner: string;
  readonly createdAtMs: number;
  readonly renamedAtMs: number;
  readonly link: string;
  readonly onlyAdminsWrite: boolean;
  readonly onlyAdminsEdit: boolean;
  readonly pictureUrl: string | null;
  readonly members: readonly GroupMember[];
};

/** WhatsApp's limit of members, ourselves among them. */
const groupMembersMax = 1024;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

type WorldGroups = {
  all(): readonly WorldGroup[];
  find(chatId: string): WorldGroup | null;
  findByLink(link: string): WorldGroup | null;
  make(name: string, owner: WorldPerson, others: readonly WorldPerson[]): WorldGroup;
  rename(chatId: string, name: string): void;
  change(chatId: string, change: Partial<Pick<WorldGroup, 'onlyAdminsWrite' | 'onlyAdminsEdit' | 'pictureUrl'>>): void;
  /** False when they are in already or the group is full. */
  join(chatId: string, person: WorldPerson): boolean;
  /** False when they were not in. */
  leave(chatId: string, personChatId: string): boolean;
  /** False when they are not in. */
  setAdmin(chatId: string, personChatId: string, isAdmin: boolean): boolean;
};

/** All groups of the practice world. Ids and links never repeat. */
export function createWorldGroups({ clock, random }: { clock: Clock; random: Random }): WorldGroups {
  const groups = new Map<string, WorldGroup>();
  const links = new Map<string, string>();

  function newId(): string {
    const chatId = `120363${random.text('0123456789', 12)}@g.us`;
    return groups.has(chatId) ? newId() : chatId;
  }

  function newLink(): string {
    const link = `https://chat.whatsapp.com/${random.text(letters, 22)}`;
    return links.has(link) ? newLink() : link;
  }

  /** Changes the members of a group; false when `change` leaves them as they are. */
  function changeMembers(chatId: string, change: (members: readonly GroupMember[]) => readonly GroupMember[]): boolean {
    const group = groups.get(chatId);
    if (!group) return false;
    const members = change(group.members);
    if (members === group.members) return false;
    groups.set(chatId, { ...group, members });
    return true;
  }

  return {
    all: () => [...groups.values()],
    find: (chatId) => groups.get(chatId) ?? null,
    findByLink: (link) => groups.get(links.get(link) ?? '') ?? null,

    make: (name, owner, others) => {
      const now = clock.now();
      const group: WorldGroup = {
        chatId: newId(),
        name,
        owner: owner.chatId,
        createdAtMs: now,
        renamedAtMs: now,
        link: newLink(),
        onlyAdminsWrite: false,
        onlyAdminsEdit: false,
        pictureUrl: null,
        members: [asMember(owner, true), ...others.slice(0, groupMembersMax - 1).map((person) => asMember(person))],
      };
      groups.set(group.chatId, group);
      links.set(group.link, group.chatId);
      return group;
    },

    rename: (chatId, name) => {
      const group = groups.get(chatId);
      if (group) groups.set(chatId, { ...group, name, renamedAtMs: clock.now() });
    },

    change: (chatId, change) => {
      const group = groups.get(chatId);
      if (group) groups.set(chatId, { ...group, ...change });
    },

    join: (chatId, person) =>
      changeMembers(chatId, (members) => {
        if (members.length >= groupMembersMax || members.some((member) => member.chatId === person.chatId))
          return members;
        return [...members, asMember(person)];
      }),

    leave: (chatId, personChatId) =>
      changeMembers(chatId, (members) => {
        const left = members.filter((member) => member.chatId !== personChatId);
        return left.length === members.length ? members : left;
      }),

    setAdmin: (chatId, personChatId, isAdmin) =>
      changeMembers(chatId, (members) => {
        if (!members.some((member) => member.chatId === personChatId)) return members;
        return members.map((member) => (member.chatId === personChatId ? { ...member, isAdmin } : member));
      }),
  };
}

const asMember = ({ chatId, lid }: WorldPerson, isOwner = false): GroupMember => ({
  chatId,
  lid,
  isAdmin: isOwner,
  isSuperAdmin: isOwner,
});
