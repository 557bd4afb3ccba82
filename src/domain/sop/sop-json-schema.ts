import { z } from 'zod';
import { sopSchema } from './sop';

/**
 * The JSON Schema (draft 2020-12) of an SOP file, for editors and other programs: what
 * `resources/contracts/sop.schema.json` publishes. Describes files as written, so that what
 * has a default may be left out.
 */
export function sopJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(sopSchema, { io: 'input', target: 'draft-2020-12' });
  return { ...schema, title: 'SOP of a certificate service, Loket SE' };
}
