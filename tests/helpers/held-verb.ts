import type { Page } from '@playwright/test';

/** A call of the page to its shell, and on which side of the call's effect it is held. */
export interface CrashPoint {
  /** As in the address: `journal/append`. */
  readonly verb: string;
  /** The how many-th call of the verb from now on; 1 is the next. */
  readonly call: number;
  /** `before`: the shell never hears of it. `after`: it is done, the page never hears of that. */
  readonly side: 'before' | 'after';
}

/**
 * Holds one call for ever and resolves once that is so: the moment between two writes at
 * which a program can be killed again and again, without any hook in the product.
 */
export async function holdAt(
  page: Page,
  { verb, call, side }: CrashPoint,
): Promise<() => Promise<void>> {
  let calls = 0;
  let reached: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    reached = resolve;
  });
  await page.route(`**/verbs/${verb}`, async (route) => {
    calls += 1;
    if (calls !== call) {
      await route.fallback();
      return;
    }
    if (side === 'after') await route.fetch();
    reached();
  });
  return () => held;
}
