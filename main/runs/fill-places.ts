/** The places that a person may leave in a message. */
type Places = { readonly name: string; readonly link: string };

/** `{name}` and `{link}` filled in, whatever case they are written in; other braces stay as they are. */
export const fillPlaces = (message: string, { name, link }: Places): string =>
  message.replace(/\{(name|link)\}/giu, (_, place: string) => (place.toLowerCase() === 'name' ? name : link));

export const hasLinkPlace = (message: string): boolean => /\{link\}/iu.test(message);
