import { useMemo } from 'preact/hooks';
import { createTypeAhead } from '../../state/type-ahead.ts';
import { useStates } from '../../states.ts';
import { focusPanel } from './focus-grid.ts';
import { usePeopleActions } from './use-people-actions.ts';

type GridKeys = {
  /** Scrolls a row into view. */
  readonly show: (index: number) => void;
  readonly rowsSeen: number;
};

/** The keys of the list. Letters lead to a name; Shift makes a range of every step. */
export function useGridKeys({ show, rowsSeen }: GridKeys): (event: KeyboardEvent) => void {
  const { api, work } = useStates();
  const { list, person, selection } = work.people;
  const { deleteChosen } = usePeopleActions();
  const typeAhead = useMemo(() => createTypeAhead({ api, question: () => list.shown.peek() }), [api, list]);

  const moved = () => {
    show(selection.pointed.peek());
    // An open panel goes along.
    const next = list.at(selection.pointed.peek());
    if (person.value.peek() && next) person.open(next);
  };
  const goTo = (index: number, isRange: boolean) => {
    if (isRange) void selection.extend(index);
    else selection.point(index);
    moved();
  };
  const typeLetter = async ({ key, timeStamp }: KeyboardEvent) => {
    const place = await typeAhead.type(key, timeStamp);
    if (place !== null) goTo(place, false);
  };
  const openPointed = () => {
    const pointed = list.at(selection.pointed.peek());
    if (!pointed) return;
    person.open(pointed);
    focusPanel();
  };
  const letGo = () => {
    if (selection.count.peek() > 0) selection.clear();
    else person.close();
  };

  return (event) => {
    // The buttons in the head have keys of their own.
    if (event.target !== event.currentTarget || event.altKey) return;
    const at = selection.pointed.peek();
    const end = (list.total.peek() ?? 0) - 1;
    const isRange = event.shiftKey;
    // The last row of the view stays in it.
    const pageRows = Math.max(1, rowsSeen - 1);
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(at + 1, isRange),
      ArrowUp: () => goTo(at - 1, isRange),
      PageDown: () => goTo(at + pageRows, isRange),
      PageUp: () => goTo(at - pageRows, isRange),
      Home: () => goTo(0, isRange),
      End: () => goTo(end, isRange),
      ' ': () => (isRange ? void selection.extend(at) : selection.toggle(at)),
      Enter: openPointed,
      Escape: letGo,
      Delete: () => void deleteChosen(),
    };
    const commands: Readonly<Record<string, () => void>> = {
      Home: keys.Home ?? letGo,
      End: keys.End ?? letGo,
      Space: () => selection.toggle(at),
    };
    const isCommand = event.ctrlKey || event.metaKey;
    const isLetter = event.key.length === 1 && (event.key !== ' ' || typeAhead.isTyping(event.timeStamp));
    const run = isCommand ? commands[event.code] : isLetter ? () => void typeLetter(event) : keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
}
