import { describe, expect, it } from 'vitest';
import {
  catalogues,
  isMessageKey,
  placeholdersOf,
  translate,
  translateMessage,
} from '../../src/messages/catalogue';

describe('message catalogue', () => {
  it('has the same keys in both languages, so that no screen shows a key', () => {
    expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.id).sort());
  });

  it('never says nothing', () => {
    for (const catalogue of Object.values(catalogues)) {
      for (const [key, text] of Object.entries(catalogue)) {
        expect(text.trim(), key).not.toBe('');
        expect(text, key).toBe(text.trim());
      }
    }
  });

  it('needs the same parameters in both languages, so that no fact is lost in translation', () => {
    const english: Readonly<Record<string, string>> = catalogues.en;
    for (const [key, text] of Object.entries(catalogues.id)) {
      expect(placeholdersOf(english[key] ?? ''), key).toEqual(placeholdersOf(text));
    }
  });

  it('has no placeholder with a typing error in its braces', () => {
    for (const catalogue of Object.values(catalogues)) {
      for (const [key, text] of Object.entries(catalogue)) {
        expect(text.replace(/\{\w+\}/g, ''), key).not.toMatch(/[{}]/);
      }
    }
  });

  it('puts parameters in their places', () => {
    expect(translate('id', 'frame.line.waiting', { count: 3 })).toBe('3 menunggu kirim');
    expect(translate('en', 'frame.line.waiting', { count: 3 })).toBe('3 waiting to be sent');
    expect(translate('id', 'ui.close')).toBe('Tutup');
  });

  it('does not read parameters as patterns or placeholders', () => {
    expect(translate('id', 'ui.copied', { what: '$& {what}' })).toBe('Tersalin: $& {what}');
  });

  it('shows which parameter is missing in a message handed over as data', () => {
    expect(translateMessage('id', { key: 'ui.copied' })).toBe('Tersalin: {what}');
  });

  it('knows which keys exist, not those every object has', () => {
    expect(isMessageKey('ui.close')).toBe(true);
    expect(isMessageKey('toString')).toBe(false);
  });
});
