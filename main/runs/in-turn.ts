/** One thing after the other: what a person does and what goes on by itself never meet half done. */
export type InTurn = <T>(run: () => Promise<T>) => Promise<T>;

export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const done = last.then(run, run);
    last = done;
    return done;
  };
}
