import { endpoints } from '../green-api/endpoints.ts';
import type { WorldGroup } from './groups.ts';
import { type Context, done, type Method, method, refuse, textOf, textsOf } from './method.ts';
import { isFormFile } from './read-form.ts';
import { text } from './reply.ts';
import { isFile, isFlag, isId, isLid, isPhoneId, isText, isTextList, optional, required } from './validation.ts';

const groupId = required(isId('group_id@g.us'));
const participantChatId = required(isId('phone_number@c.us', 'chat_id@lid'));
const groupNameMax = 100;

/** GREEN-API's methods about groups. */
export const groupMethods = {
  createGroup: method(
    {
      ...endpoints.createGroup,
      rules: { groupName: required(isText(groupNameMax)), chatIds: required(isTextList) },
    },
    createGroup,
  ),

  getGroupData: method({ ...endpoints.getGroupData, rules: { groupId } }, ({ world, body }) => {
    const group = world.group(textOf(body, 'groupId'));
    if (!group) return text('Error: item-not-found');
    const isIn = group.members.some((member) => member.chatId === world.me.chatId);
    return isIn ? done(asGroupData(group, world.me.chatId)) : text('Error: forbidden');
  }),

  updateGroupName: method(
    { ...endpoints.updateGroupName, rules: { groupId, groupName: required(isText(groupNameMax)) } },
    ({ world, body }) =>
      done({ updateGroupName: world.calls.rename(textOf(body, 'groupId'), textOf(body, 'groupName')) }),
  ),

  addGroupParticipant: method(
    { ...endpoints.addGroupParticipant, rules: { groupId, participantChatId } },
    ({ world, body }) => {
      const isLimited = world.instance.state() === 'suspended';
      return done({ addParticipant: !isLimited && world.calls.add(...groupAndPerson(body)) });
    },
  ),

  removeGroupParticipant: method(
    { verb: 'POST', perSecond: 10, rules: { groupId, participantChatId } },
    ({ world, body }) => done({ removeParticipant: world.calls.remove(...groupAndPerson(body)) }),
  ),

  setGroupAdmin: method({ ...endpoints.setGroupAdmin, rules: { groupId, participantChatId } }, ({ world, body }) =>
    done({ setGroupAdmin: world.calls.setAdmin(...groupAndPerson(body), true) }),
  ),

  removeAdmin: method({ verb: 'POST', perSecond: 10, rules: { groupId, participantChatId } }, ({ world, body }) =>
    done({ removeAdmin: world.calls.setAdmin(...groupAndPerson(body), false) }),
  ),

  setGroupPicture: method(
    {
      ...endpoints.setGroupPicture,
      takesForm: true,
      rules: { groupId: required(isText(100)), file: optional(isFile) },
    },
    setGroupPicture,
  ),

  updateGroupSettings: method(
    {
      ...endpoints.updateGroupSettings,
      rules: {
        groupId,
        allowParticipantsEditGroupSettings: optional(isFlag),
        allowParticipantsSendMessages: optional(isFlag),
      },
    },
    ({ world, body }) =>
      done({ updateGroupSettings: world.calls.setRules(textOf(body, 'groupId'), rulesOf(body)), reason: '' }),
  ),

  // The documented answer of a leave that failed really is called `removeAdmin`.
  leaveGroup: method({ verb: 'POST', perSecond: 10, rules: { groupId } }, ({ world, body }) =>
    done(world.calls.leave(textOf(body, 'groupId')) ? { leaveGroup: true } : { removeAdmin: false }),
  ),
} satisfies Record<string, Method>;

function createGroup(context: Context) {
  const { world, body } = context;
  const chatIds = textsOf(body, 'chatIds');
  // Not 400: the service answers these two with a 500 (docs of CreateGroup; green-api/issues 748).
  if (chatIds.some((id) => id.endsWith('@g.us'))) return refuse(context, 500, 'Internal Server Error');
  if (!chatIds.every((id) => isPhoneId(id) || isLid(id))) return refuse(context, 500, 'bad-request');
  if (world.instance.state() === 'suspended') return refuse(context, 500, 'rate-overlimit');

  const group = world.calls.createGroup(textOf(body, 'groupName'), chatIds);
  return done({ created: true, chatId: group.chatId, groupInviteLink: group.link });
}

function setGroupPicture(context: Context) {
  const { world, body } = context;
  const { file } = body;
  if (!isFormFile(file) || file.bytes.length === 0) return refuse(context, 400, 'File is empty');
  const isJpeg = /\.jpe?g$/i.test(file.name) && file.bytes[0] === 0xff && file.bytes[1] === 0xd8;
  if (!isJpeg) return refuse(context, 400, 'Unsupported media type');
  const urlAvatar = world.calls.setPicture(textOf(body, 'groupId'), file.bytes);
  const isSet = urlAvatar !== null;
  // A wrong group is not looked for in the form: the service waits for WhatsApp until it gives up.
  return done({ setGroupPicture: isSet, urlAvatar, reason: isSet ? '' : 'Timed Out' });
}

function rulesOf({ allowParticipantsSendMessages: send, allowParticipantsEditGroupSettings: edit }: Context['body']) {
  return {
    ...(typeof send === 'boolean' ? { onlyAdminsWrite: !send } : {}),
    ...(typeof edit === 'boolean' ? { onlyAdminsEdit: !edit } : {}),
  };
}

const groupAndPerson = (body: Context['body']): [string, string] => [
  textOf(body, 'groupId'),
  textOf(body, 'participantChatId'),
];

const seconds = (ms: number): number => Math.floor(ms / 1000);

function asGroupData(group: WorldGroup, me: string): object {
  const isAdmin = group.members.some((member) => member.chatId === me && member.isAdmin);
  return {
    groupId: group.chatId,
    owner: group.owner,
    subject: group.name,
    creation: seconds(group.createdAtMs),
    participants: group.members.map(({ chatId, lid, isAdmin, isSuperAdmin }) => ({
      id: chatId,
      lid,
      isAdmin,
      isSuperAdmin,
    })),
    subjectTime: seconds(group.renamedAtMs),
    subjectOwner: group.owner,
    groupInviteLink: isAdmin ? group.link : '',
    ephemeralExpiration: 0,
    allowParticipantsEditGroupSettings: !group.onlyAdminsEdit,
    allowParticipantsSendMessages: !group.onlyAdminsWrite,
    allowParticipantsAddMembers: true,
    isCommunity: false,
    isCommunityAnnounce: false,
    size: group.members.length,
  };
}
