import { clipboard, shell } from 'electron';
import { isInviteLink } from '../../core/chat-id.ts';

/** GREEN-API's own pages about accounts, in the system's browser. */
export const openConsole = (): Promise<void> => shell.openExternal('https://console.green-api.com/');

/** Opens an invite link in the system's browser; false when the text is not one. */
export async function openInvite(link: string): Promise<boolean> {
  if (!isInviteLink(link)) return false;
  await shell.openExternal(link);
  return true;
}

export const copyText = (text: string): Promise<void> => clipboard.writeText(text);
