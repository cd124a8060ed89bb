import type { Body } from './method.ts';

/** A file in a form, as its sender named it. */
export type FormFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

const lineEnd = '\r\n';

/** Reads `multipart/form-data` (RFC 7578): texts and files by field, or null for what is none or is broken. */
export function readForm(contentType: string, body: Buffer): Body | null {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return null;
  const form = Buffer.concat([Buffer.from(lineEnd), body]);
  const delimiter = Buffer.from(`${lineEnd}--${boundary}`);
  const fields: [string, string | FormFile][] = [];

  let at = form.indexOf(delimiter);
  while (at === 0 || (at > 0 && fields.length > 0)) {
    const after = at + delimiter.length;
    const mark = form.toString('latin1', after, after + 2);
    if (mark === '--') return Object.fromEntries(fields);
    const headEnd = form.indexOf(lineEnd + lineEnd, after);
    at = form.indexOf(delimiter, headEnd + lineEnd.length);
    if (mark !== lineEnd || headEnd === -1 || at === -1) return null;
    const field = readPart(form.toString('utf8', after, headEnd), form.subarray(headEnd + 2 * lineEnd.length, at));
    if (field === null) return null;
    fields.push(field);
  }
  return null;
}

function readPart(head: string, content: Buffer): [string, string | FormFile] | null {
  const disposition = /^content-disposition: *form-data;(.*)$/im.exec(head)?.[1] ?? '';
  const field = /(?:^|;) *name="([^"]*)"/.exec(disposition)?.[1];
  if (field === undefined) return null;
  const name = /; *filename="([^"]*)"/.exec(disposition)?.[1];
  if (name === undefined) return [field, content.toString('utf8')];
  const type = /^content-type: *(\S+)/im.exec(head)?.[1] ?? '';
  return [field, { name, type, bytes: content }];
}

export const isFormFile = (value: unknown): value is FormFile =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array;
