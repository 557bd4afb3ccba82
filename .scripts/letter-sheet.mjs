/**
 * `npm run letter-sheet`: every paper the program makes on one sheet, for the guide:
 * docs/pictures/letters.png, and as PDF in out/letter-sheet.pdf.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle.mjs';
import { ensurePopplerUtils } from './ensure-system.mjs';

const DPI = 96;

if ((await ensurePopplerUtils()) === null) process.exit(1);
const entry = await bundleForNode('tests/tools/letter-sheet.ts');
const { letterSheet } = await import(pathToFileURL(entry).href);
mkdirSync('out', { recursive: true });
writeFileSync('out/letter-sheet.pdf', await letterSheet(resolve('resources/fonts')));
const picture = 'docs/pictures/letters';
const args = ['-r', String(DPI), '-png', '-singlefile', 'out/letter-sheet.pdf', picture];
if (spawnSync('pdftoppm', args, { stdio: 'inherit' }).status !== 0) process.exit(1);
console.log(`${picture}.png`);
