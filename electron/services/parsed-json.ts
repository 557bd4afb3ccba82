import type { z } from 'zod';

/** The value a text of JSON holds; null where it is none, or of another shape. */
export function parsedJson<Value>(text: string, schema: z.ZodType<Value>): Value | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
