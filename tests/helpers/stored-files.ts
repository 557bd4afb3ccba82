import { createHash } from 'node:crypto';
import { decode } from '@msgpack/msgpack';
import type { Page, Response } from '@playwright/test';
import { z } from 'zod';

/** SHA-256 in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const fileAnswer = z.object({
  ok: z.literal(true),
  value: z.object({ bytes: z.instanceof(Uint8Array) }),
});

/** Notes the content of every stored file the page reads for a preview, as SHA-256. */
export function watchReadFiles(page: Page): ReadonlySet<string> {
  const seen = new Set<string>();
  async function note(response: Response): Promise<void> {
    const answer = fileAnswer.safeParse(decode(await response.body()));
    if (answer.success) seen.add(sha256(answer.data.value.bytes));
  }
  page.on('response', (response) => {
    if (response.url().endsWith('/verbs/files/get')) void note(response);
  });
  return seen;
}
