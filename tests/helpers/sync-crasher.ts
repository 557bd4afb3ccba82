/** How the k-th call goes wrong; every later call of a killed program never returns either. */
export type Crash =
  | { readonly kind: 'killed-before' | 'killed-after'; readonly at: number }
  | { readonly kind: 'throws-before' | 'throws-after'; readonly at: number };

export interface Crasher {
  /** The same object with every method counted. Properties that are objects are wrapped too. */
  readonly wrap: <Target extends object>(target: Target) => Target;
  /** Whether the program was killed and its last call has come to its end. */
  readonly isOver: () => boolean;
  /** Names of the calls in their order. */
  readonly names: readonly string[];
}

/** Calls that return at once and touch nothing durable. */
const synchronous: readonly string[] = ['setClockOffset'];

/**
 * Stands between a program and the world. `killed` calls never return, neither does any call
 * after them: what a program that was killed at that moment would have done, and no more.
 * A call that throws is an error in a program that lives on.
 */
export function createCrasher(crash: Crash | null): Crasher {
  const names: string[] = [];
  let dead = false;
  let over = false;

  function wrapCall(
    name: string,
    call: (...args: unknown[]) => unknown,
  ): (...args: unknown[]) => unknown {
    return (...args) => {
      if (synchronous.includes(name)) return call(...args);
      if (dead) return new Promise(() => undefined);
      names.push(name);
      if (names.length !== crash?.at) return call(...args);
      dead = crash.kind.startsWith('killed');
      const outcome = (): Promise<never> => {
        over = dead;
        return dead ? new Promise(() => undefined) : Promise.reject(new Error('crash'));
      };
      if (crash.kind.endsWith('before')) return outcome();
      return Promise.resolve(call(...args)).then(outcome, outcome);
    };
  }

  function wrap<Target extends object>(target: Target, path = ''): Target {
    return new Proxy(target, {
      get: (from, key) => {
        const value: unknown = Reflect.get(from, key);
        const name = `${path}${String(key)}`;
        if (typeof value === 'function') {
          return wrapCall(name, (...args) => Reflect.apply(value, from, args));
        }
        return typeof value === 'object' && value !== null ? wrap(value, `${name}.`) : value;
      },
    });
  }

  return { wrap: (target) => wrap(target), isOver: () => over, names };
}
