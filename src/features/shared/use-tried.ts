import { useState } from 'react';

interface Tried<Problems> {
  /** What is wrong, once saving was tried; nothing before. */
  readonly problems: Partial<Problems>;
  /** Does the work, or leads to the first field that is wrong. */
  readonly save: () => void;
}

/**
 * Nothing is called wrong before somebody tried to save. `found` is in the order of the form;
 * the field of a problem has the id `prefix.name`.
 */
export function useTried<Problems extends object>(
  found: Problems,
  prefix: string,
  work: () => void,
): Tried<Problems> {
  const [tried, setTried] = useState(false);
  return {
    problems: tried ? found : {},
    save: () => {
      setTried(true);
      const [first] = Object.keys(found);
      if (first === undefined) work();
      else document.getElementById(`${prefix}.${first}`)?.focus();
    },
  };
}
