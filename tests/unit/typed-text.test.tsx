import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TypedText } from '../../src/features/shared/nik-value';
import { TrailContext } from '../../src/features/shared/use-trail';

const trail = { seen: () => Promise.resolve(), allows: () => Promise.resolve(true) };

const shown = (text: string) =>
  renderToStaticMarkup(
    <TrailContext value={trail}>
      <TypedText text={text} subject="permohonan-1" />
    </TrailContext>,
  );

test('a NIK in a typed text is masked, with a button that opens it', () => {
  for (const typed of ['3207991501850002', '3207 9915 0185 0002', '3207.9915.0185.0002']) {
    const markup = shown(`Tertulis ${typed}, seharusnya lain`);
    expect(markup).toContain('Tertulis 3207 •••• •••• 0002, seharusnya lain');
    expect(markup).not.toContain('9915');
    expect(markup).toContain('data-action="reveal-nik"');
  }
});

test('a typed text without a NIK shows as it is', () => {
  expect(shown('Nama ditulis "Contoh Satu", telepon 081200001111')).toBe(
    'Nama ditulis &quot;Contoh Satu&quot;, telepon 081200001111',
  );
});
