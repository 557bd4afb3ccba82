/** Runs pieces of work strictly one after the other, in the order they were asked for. */
export type OneAtATime = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** A queue of its own; a failed piece does not hold up those after it. */
export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
