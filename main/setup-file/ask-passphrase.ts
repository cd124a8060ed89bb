import { text } from 'node:stream/consumers';
import type { ReadStream } from 'node:tty';

type Ways = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: ReadStream | NodeJS.ReadStream;
  /** Where the question goes: not the output, which may be kept. */
  readonly say: (text: string) => void;
};

/** A passphrase from the environment, from the first line of a piped input, or asked for on the terminal; null: given up. */
export async function askPassphrase(question: string, { env, input, say }: Ways): Promise<string | null> {
  const given = env.CREATEGROUP_PASSPHRASE;
  if (given !== undefined) return given;
  if (!input.isTTY) return (await text(input)).split(/\r?\n/, 1)[0] ?? '';
  say(question);
  const typed = await readHidden(input);
  say('\n');
  return typed;
}

/** Whether it was typed by a person, who may have mistyped it. */
export const isTyped = ({ env, input }: Pick<Ways, 'env' | 'input'>): boolean =>
  env.CREATEGROUP_PASSPHRASE === undefined && input.isTTY;

/** Reads a line without showing it. Ctrl+C and Ctrl+D give up. */
function readHidden(input: NodeJS.ReadStream): Promise<string | null> {
  return new Promise((resolve) => {
    let line = '';
    const end = (answer: string | null) => {
      input.off('data', onData);
      input.setRawMode(false);
      input.pause();
      resolve(answer);
    };
    const onData = (chunk: string) => {
      for (const sign of chunk) {
        if (sign === '\r' || sign === '\n') return end(line);
        if (sign === '\u0003' || sign === '\u0004') return end(null);
        line = sign === '\u007f' || sign === '\b' ? [...line].slice(0, -1).join('') : line + sign;
      }
    };
    input.setEncoding('utf8');
    input.setRawMode(true);
    input.resume();
    input.on('data', onData);
  });
}
