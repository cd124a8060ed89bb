/** Yes as people mark it in a cell: words, ticks, `+`, `x` (Latin or Russian), `1`, a checked box of a spreadsheet. */
export const isYes = (cell: string): boolean => yes.test(cell);

const yes = /^(?:да|д|yes|y|истина|true|верно|есть|on|вкл|\+|[xх×v1]|[✓✔☑✅])[.!]?$/iu;

/** What stands in a column of yes and no besides; empty cells are no as well. */
export const isYesOrNo = (cell: string): boolean =>
  isYes(cell) || /^(?:нет|н|no|n|ложь|false|off|выкл|[-–—0])[.!]?$/iu.test(cell);

/** An admin among people: yes, or the word for it. */
export const isAdminWord = (cell: string): boolean => isYes(cell) || /^(?:админ|admin)/iu.test(cell);

/** Only admins write: yes, or `only admins`. */
export const isOnlyAdmins = (cell: string): boolean =>
  isYes(cell) || /^(?:только )?админ|^(?:only )?admin/iu.test(cell);
