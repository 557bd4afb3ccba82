import { describe, expect, it } from 'vitest';
import { fail, succeed, type Result } from '../../src/contract/result';
import { DraftSaver, type DraftState } from '../../src/features/shared/draft-saver';

/** Timers that run when told, and writes that end when told. */
function desk() {
  const timers = new Map<number, () => void>();
  const writes: { readonly values: string; readonly end: (isKept: boolean) => void }[] = [];
  const states: DraftState['kind'][] = [];
  let handle = 0;
  const saver = new DraftSaver<string>({
    save: (values) =>
      new Promise<Result<{ readonly updatedAt: string }>>((resolve) => {
        writes.push({
          values,
          end: (isKept) =>
            resolve(
              isKept
                ? succeed({ updatedAt: '2026-03-02T02:14:00.000Z' })
                : fail({ kind: 'disk-full', detail: 'test' }),
            ),
        });
      }),
    onState: ({ kind }) => states.push(kind),
    timers: {
      setTimeout: (run) => {
        handle += 1;
        timers.set(handle, run);
        return handle;
      },
      clearTimeout: (which) => void timers.delete(which),
    },
  });
  const tick = async () => {
    for (const [which, run] of [...timers]) {
      timers.delete(which);
      run();
    }
    await Promise.resolve();
    await Promise.resolve();
  };
  return { saver, writes, states, tick, timers };
}

describe('drafts while typing', () => {
  it('writes the latest values once, not each key', async () => {
    const { saver, writes, tick, timers } = desk();
    saver.change('C');
    saver.change('Co');
    saver.change('Con');
    expect(timers.size).toBe(1);
    await tick();
    expect(writes.map(({ values }) => values)).toEqual(['Con']);
  });

  it('typing during a slow write is written after it, never before', async () => {
    const { saver, writes, states, tick } = desk();
    saver.change('satu');
    await tick();
    saver.change('dua');
    await tick();
    expect(writes).toHaveLength(1);
    writes[0]?.end(true);
    await tick();
    await tick();
    expect(writes.map(({ values }) => values)).toEqual(['satu', 'dua']);
    expect(states).toEqual(['keeping', 'kept', 'keeping']);
  });

  it('a full disk is told, and the next key tries again', async () => {
    const { saver, writes, states, tick } = desk();
    saver.change('satu');
    await tick();
    writes[0]?.end(false);
    await tick();
    expect(states).toEqual(['keeping', 'failed']);
    saver.change('dua');
    await tick();
    expect(writes.map(({ values }) => values)).toEqual(['satu', 'dua']);
  });

  it('after saving the request nothing brings the draft back', async () => {
    const { saver, writes, tick, timers } = desk();
    saver.change('satu');
    await tick();
    saver.change('dua');
    const stopped = saver.stop();
    writes[0]?.end(true);
    await stopped;
    await tick();
    expect(timers.size).toBe(0);
    expect(writes).toHaveLength(1);
  });

  it('leaving the page writes at once', async () => {
    const { saver, writes, tick } = desk();
    saver.change('satu');
    void saver.flush();
    await tick();
    expect(writes.map(({ values }) => values)).toEqual(['satu']);
  });
});
