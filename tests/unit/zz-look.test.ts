import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { renderLetter } from '../../src/documents/render-letter';
import { installedCases, specialCases } from '../helpers/letter-cases';
import { readFonts } from '../helpers/letters';
test('look', async () => {
  const fonts = readFonts();
  for (const one of [...installedCases, ...specialCases]) {
    const made = await renderLetter(one.content, { fonts }, one.options);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    writeFileSync(`/tmp/look/${one.name}.pdf`, made.value);
  }
});
