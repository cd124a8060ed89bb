/** Identifiers of the service (green-api docs, "Chat id"). They are opaque text: never build a group's. */

/** A person by phone number: full international number, digits only. */
export const personChatIdPattern = /^\d{7,16}@c\.us$/;
/** A person by WhatsApp's privacy id. */
export const lidPattern = /^\d{5,20}@lid$/;
/** A group, in the old form `creator-creation` and the new one. */
export const groupChatIdPattern = /^\d{5,25}(-\d{5,15})?@g\.us$/;
/** Invite links as WhatsApp writes them. */
export const inviteLinkPattern = /^https:\/\/chat\.whatsapp\.com\/[A-Za-z0-9_-]{10,40}$/;
/** idInstance: digits, kept as text; 4 to 12 of them (12 since July 2026). */
export const idInstancePattern = /^\d{4,12}$/;

export const isPersonChatId = (text: string): boolean => personChatIdPattern.test(text);
export const isGroupChatId = (text: string): boolean => groupChatIdPattern.test(text);
export const isInviteLink = (text: string): boolean => inviteLinkPattern.test(text);

/** `+7 900 123-45-67`'s digits → `79001234567@c.us`. */
export const toPersonChatId = (digits: string): string => `${digits}@c.us`;
/** `79001234567@c.us` → `79001234567`; a lid or group keeps its digits too. */
export const digitsOf = (chatId: string): string => chatId.slice(0, chatId.indexOf('@'));
