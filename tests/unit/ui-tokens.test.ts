import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');

type Scheme = 'light' | 'dark';
type Tokens = ReadonlyMap<string, Readonly<Record<Scheme, string>>>;

/** The colours of the first rule, with those of the high-contrast rule over them when asked. */
function readTokens(moreContrast: boolean): Tokens {
  const tokens = new Map<string, Readonly<Record<Scheme, string>>>();
  const high = css.slice(css.indexOf("[data-contrast='more']"));
  const rules = moreContrast
    ? [css.slice(0, css.indexOf('@media')), high]
    : [css.slice(0, css.indexOf('@media'))];
  for (const rule of rules) {
    for (const match of rule.matchAll(
      /--color-([\w-]+):\s*(?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}))/g,
    )) {
      const [, name = '', light, dark, both] = match;
      tokens.set(name, { light: light ?? both ?? '', dark: dark ?? both ?? '' });
    }
  }
  return tokens;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, scheme: Scheme, front: string, back: string): number {
  const one = luminance(tokens.get(front)?.[scheme] ?? '');
  const other = luminance(tokens.get(back)?.[scheme] ?? '');
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const inTables: readonly (readonly [string, string])[] = [
  ['text', 'surface'],
  ['text', 'hover'],
  ['text', 'selected'],
  ['text-soft', 'surface'],
  ['text-soft', 'neutral-soft'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['accent-text', 'accent-soft'],
];
const elsewhere: readonly (readonly [string, string])[] = [
  ['text-faint', 'surface'],
  ['text-faint', 'canvas'],
  ['text-faint', 'sunken'],
  ['text-faint', 'raised'],
  ['text-soft', 'canvas'],
  ['text-soft', 'selected'],
  ['text-faint', 'accent-soft'],
  ['text', 'count'],
  ['accent-text', 'canvas'],
  ['accent-text', 'surface'],
  ['accent-text', 'selected'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'danger'],
  ['on-accent', 'danger-hover'],
  ['warn', 'canvas'],
  ['bad', 'canvas'],
  ['bad', 'surface'],
  ['warn', 'surface'],
];
const notText: readonly (readonly [string, string])[] = [
  ['line-strong', 'surface'],
  ['bad-line', 'surface'],
  ['focus', 'surface'],
  ['focus', 'canvas'],
  ['focus', 'selected'],
];

describe.each(['light', 'dark'] as const)('colours that can be read: %s', (scheme) => {
  it.each([false, true])('more contrast asked for: %s', (more) => {
    const tokens = readTokens(more);
    for (const [pairs, least] of [
      [inTables, 7],
      [elsewhere, 4.5],
      [notText, 3],
    ] as const) {
      for (const [front, back] of pairs) {
        const found = contrast(tokens, scheme, front, back);
        expect(found, `${front} on ${back}`).toBeGreaterThanOrEqual(least);
      }
    }
  });
});
