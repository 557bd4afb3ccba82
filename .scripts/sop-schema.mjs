/** `npm run sop-schema`: publishes the JSON Schema of SOP files from the schema in the code. */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { bundleForNode } from './bundle.mjs';

const PUBLISHED = 'resources/contracts/sop.schema.json';

const { sopJsonSchema } = await import(await bundleForNode('src/domain/sop/sop-json-schema.ts'));
const text = JSON.stringify(sopJsonSchema());
writeFileSync(
  PUBLISHED,
  await format(text, { ...(await resolveConfig(PUBLISHED)), parser: 'json' }),
);
console.log(`${PUBLISHED} written`);
