import { expect, test } from 'vitest';
import { createWorld } from '../../../main/practice/world.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const worldOf = (seed: number, people = 240) => createWorld({ seed, clock: createFakeClock() }, { people });
const ids = ['79000000101@c.us', '79000000102@c.us'];

test('the same seed makes the same people, groups, links and lids', () => {
  const [one, same, other] = [worldOf(1), worldOf(1), worldOf(2)];
  for (const world of [one, same, other]) world.calls.createGroup('Choir', [...ids, '79161234567@c.us']);

  expect(same.people).toEqual(one.people);
  expect(same.groups).toEqual(one.groups);
  expect(other.people).not.toEqual(one.people);
  expect(other.groups[0]?.chatId).not.toBe(one.groups[0]?.chatId);
});

test('a thousand groups have a thousand ids and links', () => {
  const world = worldOf(1);
  for (let made = 0; made < 1000; made += 1) world.calls.createGroup('Choir', ids);

  expect(new Set(world.groups.map(({ chatId }) => chatId)).size).toBe(1000);
  expect(new Set(world.groups.map(({ link }) => link)).size).toBe(1000);
});

test('a group holds 1,024 members with ourselves, and nobody more', () => {
  const world = worldOf(1, 0);
  const crowd = Array.from({ length: 1030 }, (_, index) => `${79_160_000_000 + index}@c.us`);

  const { chatId } = world.calls.createGroup('Stadium', crowd);
  const added = world.calls.add(chatId, '79170000000@c.us');

  expect(world.group(chatId)?.members).toHaveLength(1024);
  expect(added).toBe(false);
});

test('people join by the link, leave, are renamed around and made admins behind the back of the service', () => {
  const world = worldOf(1);
  const { chatId, link } = world.phone.createGroup('Choir', ids);

  const joined = world.phone.joinByLink(link, '79000000103@c.us');
  const again = world.phone.joinByLink(link, '79000000103@c.us');
  const lost = world.phone.joinByLink('https://chat.whatsapp.com/nowhere', '79000000103@c.us');
  const left = world.phone.leave(chatId, ids[0] ?? '');
  world.phone.rename(chatId, 'Band');
  world.phone.setAdmin(chatId, '79000000103@c.us', true);

  expect([joined, again, lost, left]).toEqual([true, false, false, true]);
  expect(world.group(chatId)).toMatchObject({ name: 'Band' });
  expect(world.group(chatId)?.members.map((member) => [member.chatId, member.isAdmin])).toEqual([
    [world.me.chatId, true],
    [ids[1], false],
    ['79000000103@c.us', true],
  ]);
  expect(world.effects).toEqual([]);
});

test('a lid stands for its person', () => {
  const world = worldOf(1);
  const lid = world.person(ids[0] ?? '')?.lid ?? '';

  const { members } = world.calls.createGroup('Choir', [lid]);

  expect(members.map(({ chatId }) => chatId)).toEqual([world.me.chatId, ids[0]]);
});

test('what a person is like can be changed, and nobody unknown has a lid', () => {
  const world = worldOf(1);

  world.phone.change(ids[0] ?? '', { onWhatsapp: false });
  const group = world.calls.createGroup('Choir', [...ids, '123456789012345@lid']);

  expect(group.members.map(({ chatId }) => chatId)).toEqual([world.me.chatId, ids[1]]);
  expect(world.calls.saveContact(ids[0] ?? '', 'Ann')).toBe('not-on-whatsapp');
});
