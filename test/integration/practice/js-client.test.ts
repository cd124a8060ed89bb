import { GreenApiClient } from '@green-api/whatsapp-api-client-js-v2';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Practice } from '../../../main/practice/practice.ts';
import { openPractice, threePeople } from './open-practice.ts';

/** GREEN-API's own client with its constant address replaced. */
function clientOf({ apiUrl, idInstance, apiTokenInstance }: Practice): GreenApiClient {
  class PracticeClient extends GreenApiClient {
    protected override buildUrl(): string {
      return `${apiUrl}/waInstance${idInstance}`;
    }
  }
  return new PracticeClient({ idInstance: Number(idInstance), apiTokenInstance });
}

// The client prints every request.
beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());

test("GREEN-API's own client creates a group and reads it", async () => {
  const { practice } = await openPractice();
  const client = clientOf(practice);

  const created = await client.createGroup({ groupName: 'Choir', chatIds: threePeople });
  const data = await client.getGroupData({ groupId: created.chatId });

  expect(created).toEqual({
    created: true,
    chatId: practice.world.groups[0]?.chatId,
    groupInviteLink: practice.world.groups[0]?.link,
  });
  expect(data).toMatchObject({ groupId: created.chatId, subject: 'Choir', groupInviteLink: created.groupInviteLink });
  expect(data.participants.map(({ id }) => id)).toEqual([practice.world.me.chatId, ...threePeople]);
});

test("GREEN-API's own client reads the state, the settings and the contacts", async () => {
  const { practice } = await openPractice();
  const client = clientOf(practice);

  expect(await client.getStateInstance()).toEqual({ stateInstance: 'authorized' });
  expect(await client.getWaSettings()).toMatchObject({ phone: '79000000000' });
  expect(await client.getContacts()).toHaveLength(240);
});

test("GREEN-API's own client checks numbers, sends messages and changes members", async () => {
  const { practice } = await openPractice();
  const client = clientOf(practice);
  const { chatId: groupId } = practice.world.phone.createGroup('Choir', []);
  const member = { groupId, participantChatId: threePeople[0] ?? '' };

  expect(await client.checkWhatsapp({ phoneNumber: 79000000101 })).toMatchObject({ existsWhatsapp: true });
  expect(await client.sendMessage({ chatId: groupId, message: 'Hello' })).toEqual({ idMessage: expect.any(String) });
  expect(await client.addGroupParticipant(member)).toEqual({ addParticipant: true });
  expect(await client.setGroupAdmin(member)).toEqual({ setGroupAdmin: true });
  expect(await client.removeAdmin(member)).toEqual({ removeAdmin: true });
  expect(await client.removeGroupParticipant(member)).toEqual({ removeParticipant: true });
  expect(await client.updateGroupName({ groupId, groupName: 'Band' })).toEqual({ updateGroupName: true });
  const file = new File([Buffer.from([0xff, 0xd8, 0xff])], 'band.jpg');
  expect(await client.setGroupPicture({ groupId, file })).toMatchObject({ setGroupPicture: true, reason: '' });
  expect(await client.leaveGroup({ groupId })).toEqual({ leaveGroup: true });
});

test("GREEN-API's own client tells the service's refusal in its words", async () => {
  const { practice } = await openPractice();
  practice.world.instance.set('notAuthorized');

  const creating = clientOf(practice).createGroup({ groupName: 'Choir', chatIds: threePeople });

  await expect(creating).rejects.toThrow('instance is starting or not authorized');
});
