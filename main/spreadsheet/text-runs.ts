import { tooMuchWork } from './trouble.ts';

/** No program lets a person type more than 32,767 letters into a cell. */
const cellMax = 1_000_000;

/**
 * Puts together what stands in `v` and `t` of a cell or a shared text: its letters may be parted into runs with formats of
 * their own. How a word is spoken (`rPh`, in Japanese files) is no part of it.
 */
export function createTextRuns() {
  let text = '';
  let isText = false;
  let isPhonetic = false;
  return {
    start(): void {
      text = '';
    },
    open(name: string): void {
      if (name === 'rPh') isPhonetic = true;
      else if (name === 't' || name === 'v') isText = !isPhonetic;
    },
    add(part: string): void {
      if (!isText) return;
      text += part;
      if (text.length > cellMax) throw tooMuchWork();
    },
    close(name: string): void {
      if (name === 'rPh') isPhonetic = false;
      else if (name === 't' || name === 'v') isText = false;
    },
    whole: (): string => text,
  };
}
