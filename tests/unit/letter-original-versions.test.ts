import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const FOLDER = resolve(import.meta.dirname, '../../resources/letters');
const FIXTURE = resolve(import.meta.dirname, '../fixtures/letter-versions.json');

/** Not the paper's text: an office's own version has these from the original in any case. */
const FACTS = ['version', 'title', 'sopSteps', 'offeredFor', 'documentKey', 'numbering'];

type Json = Readonly<Record<string, unknown>>;

function readJson(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

/** SHA-256 of a text, whatever the order of names and the white space of its file. */
function hashOf(template: Json): string {
  const text = Object.entries(template).filter(([name]) => !FACTS.includes(name));
  return createHash('sha256')
    .update(JSON.stringify(ordered(Object.fromEntries(text))))
    .digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]: [string, unknown]) => [name, ordered(part)]);
}

const known = new Map(Object.entries(readJson(FIXTURE)));
const templates = readdirSync(FOLDER).map((file) => ({
  key: basename(file, '.json'),
  template: readJson(resolve(FOLDER, file)),
}));

/**
 * `tests/fixtures/letter-versions.json` names every original that was ever installed,
 * `<paper> <version>`, with its hash. Lines are added, never changed: an office whose own text
 * was written after an older original is told by the version alone.
 */
describe('the originals of papers', () => {
  test.each(templates)('$key has its version raised whenever its text changes', (one) => {
    const name = `${one.key} ${String(one.template['version'])}`;
    const hash = hashOf(one.template);
    expect(
      known.get(name),
      known.has(name)
        ? `The text of ${one.key} changed: raise "version" in resources/letters/${one.key}.json.`
        : `A new version: add "${name}": "${hash}" to tests/fixtures/letter-versions.json.`,
    ).toBe(hash);
  });

  test('a changed word is another hash, another step or a file written otherwise is not', () => {
    const [{ template }] = templates as [(typeof templates)[number]];
    const copyOf = (more: Json) => hashOf({ ...more, ...template, ...more });
    expect(copyOf({ sopSteps: [], version: 99 })).toBe(hashOf(template));
    expect(copyOf({ signatures: template['signatures'] })).toBe(hashOf(template));
    expect(copyOf({ notesHeading: 'Lain' })).not.toBe(hashOf(template));
  });
});
