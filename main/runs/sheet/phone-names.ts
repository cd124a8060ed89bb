/** Columns of phones that belong to the same person, and those with the person's name. Either may be none. */
export type Slot = { readonly names: readonly number[]; readonly phones: readonly number[] };

/**
 * Puts columns of names and phones together: `Name 1, Phone 1, Name 2, Phone 2`, `Last name, First name, Phone`, all names and
 * then all phones. In a row for a person phones without a name of their own are hers too.
 */
export function slotsOf(phones: readonly number[], names: readonly number[], isPerson: boolean): Slot[] {
  if (phones.length + names.length === 0) return [];
  const [firstPhone = 0, lastPhone = 0] = [phones[0], phones.at(-1)];
  const areApart = names.every((name) => name < firstPhone) || names.every((name) => name > lastPhone);
  if (phones.length === 0 || (isPerson && areApart)) return [{ names, phones }];
  if (names.length === phones.length)
    return phones.map((phone, place) => ({ names: names.slice(place, place + 1), phones: [phone] }));
  return inTurn(phones, names, isPerson);
}

/** The names before a phone are its own. */
function inTurn(phones: readonly number[], names: readonly number[], isPerson: boolean): Slot[] {
  const slots: Slot[] = [];
  let before = -1;
  for (const phone of phones) {
    const own = names.filter((name) => name > before && name < phone);
    const last = slots.at(-1);
    if (isPerson && own.length === 0 && last) slots[slots.length - 1] = { ...last, phones: [...last.phones, phone] };
    else slots.push({ names: own, phones: [phone] });
    before = phone;
  }
  const behind = names.filter((name) => name > before);
  return behind.length === 0 ? slots : [...slots, { names: behind, phones: [] }];
}
