import { useStates } from '../../states.ts';
import { indexOfRow } from './person-row.tsx';

type GridMouse = {
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
};

/** The mouse in the list: a click on the tick chooses, elsewhere in the row it opens; Ctrl and Shift choose anywhere. */
export function useGridMouse(): GridMouse {
  const { list, person, selection } = useStates().work.people;
  return {
    onMouseDown(event) {
      // A range of rows is no selected text.
      if (rowOf(event) !== null && event.shiftKey) event.preventDefault();
    },
    onClick(event) {
      const index = rowOf(event);
      if (index === null) return;
      if (event.shiftKey) return void selection.extend(index);
      const isOnTick = event.target instanceof Element && event.target.closest('.tick-place') !== null;
      if (event.ctrlKey || event.metaKey || isOnTick) return selection.toggle(index);
      selection.point(index);
      const contact = list.at(index);
      if (contact) person.open(contact);
    },
  };
}

function rowOf({ target }: MouseEvent): number | null {
  const row = target instanceof Element ? target.closest('[aria-rowindex][aria-selected]') : null;
  return row && indexOfRow(row);
}
