import { isFormFile } from './read-form.ts';

/** What is wrong with a value, in the words of Joi (GREEN-API's validator), or null. */
type Check = (value: unknown, name: string) => string | null;

export type Field = { readonly required: boolean; readonly check: Check };
export type BodyRules = Readonly<Record<string, Field>>;

export const required = (check: Check): Field => ({ required: true, check });
export const optional = (check: Check): Field => ({ required: false, check });

export const isText =
  (max: number): Check =>
  (value, name) => {
    if (typeof value !== 'string') return `'${name}' must be a string`;
    if (value === '') return `'${name}' is not allowed to be empty`;
    return value.length > max ? `'${name}' length must be less than or equal to ${max} characters long` : null;
  };

export const isFlag: Check = (value, name) => (typeof value === 'boolean' ? null : `'${name}' must be a boolean`);

export const isNumber: Check = (value, name) => (typeof value === 'number' ? null : `'${name}' must be a number`);

export const isObject: Check = (value, name) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? null : `'${name}' must be of type object`;

export const isFile: Check = (value, name) => (isFormFile(value) ? null : `'${name}' must be a file`);

export const isTextList: Check = (value, name) => {
  if (!Array.isArray(value)) return `'${name}' must be an array`;
  if (value.length === 0) return `'${name}' must contain at least 1 items`;
  const wrong = value.findIndex((item) => typeof item !== 'string');
  return wrong === -1 ? null : `'${name}[${wrong}]' must be a string`;
};

const idFormats = {
  'phone_number@c.us': /^\d{11,16}@c\.us$/,
  'chat_id@lid': /^\d{5,20}@lid$/,
  'group_id@g.us': /^\d[\d-]{9,30}@g\.us$/,
} as const;

/** One of the service's identifiers. */
export const isId =
  (...formats: readonly (keyof typeof idFormats)[]): Check =>
  (value, name) => {
    if (typeof value !== 'string') return `'${name}' must be a string`;
    if (value === '') return `'${name}' is not allowed to be empty`;
    if (formats.some((format) => idFormats[format].test(value))) return null;
    return `'${name}' must be one of the next formats: ${inWords(formats.map((format) => `'${format}'`))}`;
  };

export const isPhoneId = (id: string): boolean => idFormats['phone_number@c.us'].test(id);
export const isLid = (id: string): boolean => idFormats['chat_id@lid'].test(id);

/** The first complaint about a body, or null. Unknown keys are refused after the known ones were looked at. */
export function complaint(body: Readonly<Record<string, unknown>>, rules: BodyRules): string | null {
  for (const [name, { required: isRequired, check }] of Object.entries(rules)) {
    if (body[name] === undefined) {
      if (isRequired) return `'${name}' is required`;
      continue;
    }
    const wrong = check(body[name], name);
    if (wrong !== null) return wrong;
  }
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(rules, name));
  return unknown === undefined ? null : `'${unknown}' is not allowed`;
}

function inWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
