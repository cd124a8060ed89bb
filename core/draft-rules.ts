import { isPersonChatId } from './chat-id.ts';
import type { DraftProblem } from './failure.ts';

/** CreateGroup: `groupName` has at most 100 characters (UTF-16 units, as the service counts is not documented). */
export const groupNameMax = 100;
/** WhatsApp's limit of 1,024 members without ourselves. */
export const groupPeopleMax = 1023;

/** The name as it is sent: NFC, one space between words, none at the ends. */
export const normalizeName = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** The name as it is compared: case and `ё` do not make another group. */
export const foldName = (name: string): string => normalizeName(name).toLowerCase().replaceAll('ё', 'е');

/** The first reason why this cannot be sent as it is, or null. `chatIds` are taken without repeats. */
export function draftProblem(name: string, chatIds: readonly string[]): DraftProblem | null {
  const normal = normalizeName(name);
  if (normal === '') return 'name-empty';
  if (normal.length > groupNameMax) return 'name-too-long';
  if (chatIds.length === 0) return 'no-people';
  if (new Set(chatIds).size > groupPeopleMax) return 'too-many-people';
  if (!chatIds.every(isPersonChatId)) return 'bad-person';
  return null;
}
