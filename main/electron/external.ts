import { clipboard, shell } from 'electron';
import { isInviteLink } from '../../core/chat-id.ts';

const pages = {
  console: 'https://console.green-api.com/',
  help: 'https://green-api.com/en/docs/',
} as const;

/** Opens a page of ours by its name in the system's browser. */
export const openPage = (page: keyof typeof pages): Promise<void> => shell.openExternal(pages[page]);

/** Opens an invite link in the system's browser; false when the text is not one. */
export async function openInvite(link: string): Promise<boolean> {
  if (!isInviteLink(link)) return false;
  await shell.openExternal(link);
  return true;
}

export const copyText = (text: string): Promise<void> => clipboard.writeText(text);
