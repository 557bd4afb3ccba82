import { expect, test } from 'vitest';
import { claimActiveWindow } from '../../src/store/active-window';

interface Held {
  readonly steal: (error: Error) => void;
}

/** The browser's lock manager as far as it matters: one holder, `ifAvailable` and `steal`. */
function createLocks(): Pick<LockManager, 'request'> {
  let holder: Held | null = null;
  function request(
    _name: string,
    options: LockOptions,
    run: (lock: Lock | null) => Promise<unknown>,
  ) {
    if (holder && !options.steal) return Promise.resolve(run(null));
    holder?.steal(new DOMException('stolen', 'AbortError'));
    return new Promise((resolve, reject) => {
      const mine: Held = { steal: reject };
      holder = mine;
      void run({ name: 'loket-se', mode: 'exclusive' }).then((value) => {
        if (holder === mine) holder = null;
        resolve(value);
      });
    });
  }
  return { request: request as LockManager['request'] };
}

test('the first window records; the second sees that it must not, and may take over', async () => {
  const locks = createLocks();
  const lost: string[] = [];
  const first = await claimActiveWindow({ locks, onLost: () => lost.push('first') });
  const second = await claimActiveWindow({ locks, onLost: () => lost.push('second') });
  expect([first.isActive(), second.isActive()]).toEqual([true, false]);

  await second.takeOver();
  await Promise.resolve();
  expect([first.isActive(), second.isActive()]).toEqual([false, true]);
  expect(lost).toEqual(['first']);

  await first.takeOver();
  await Promise.resolve();
  expect([first.isActive(), second.isActive()]).toEqual([true, false]);
  expect(lost).toEqual(['first', 'second']);
});

test('a window that ends leaves the records to the next', async () => {
  const locks = createLocks();
  const onLost = () => {
    throw new Error('nobody took it');
  };
  const first = await claimActiveWindow({ locks, onLost });
  first.release();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(first.isActive()).toBe(false);
  expect((await claimActiveWindow({ locks, onLost })).isActive()).toBe(true);
});
