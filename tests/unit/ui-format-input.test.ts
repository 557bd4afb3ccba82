import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTypedDate } from '../../src/ui/format/date-time';
import {
  formatBytes,
  formatCount,
  groupNik,
  groupNip,
  groupSerial,
  ungroup,
} from '../../src/ui/format/numbers';
import { parseTypedDate } from '../../src/ui/format/typed-date';
import {
  chordOf,
  ShortcutRegistry,
  worksWhileTyping,
} from '../../src/ui/keyboard/shortcut-registry';

describe('numbers grouped for reading', () => {
  it('groups as cards print them', () => {
    expect(groupNik('3207011501850001')).toBe('3207 0115 0185 0001');
    expect(groupNip('198501152010011001')).toBe('19850115 201001 1 001');
    expect(groupSerial('0a1b2c3d4e')).toBe('0a1b 2c3d 4e');
  });

  it('leaves alone what is no number, and loses no digit of what is too short or too long', () => {
    expect(groupNik('belum ada')).toBe('belum ada');
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,30}$/), (digits) => {
        expect(ungroup(groupNik(digits))).toBe(digits);
        expect(ungroup(groupNip(digits))).toBe(digits);
      }),
    );
  });

  it('writes amounts the Indonesian way', () => {
    expect(formatCount(12345)).toBe('12.345');
    expect(formatBytes(640)).toBe('640 B');
    expect(formatBytes(812_400)).toBe('812 kB');
    expect(formatBytes(999_900)).toBe('1 MB');
    expect(formatBytes(1_440_000)).toBe('1,4 MB');
    expect(formatBytes(999_960_000)).toBe('1 GB');
    expect(formatBytes(1_940_000_000)).toBe('1,9 GB');
  });
});

describe('dates as they are typed', () => {
  it.each([
    '2-3-2026',
    '02/03/2026',
    '2.3.2026',
    '02032026',
    '2 Maret 2026',
    ' 2 mar 2026 ',
    '2026-03-02',
  ])('reads %s', (text) => {
    expect(parseTypedDate(text)).toBe('2026-03-02');
  });

  it.each(['30-02-2026', '31/4/2026', '2-3-26', '13-13-2026', '2 Maert 2026', '', '0-1-2026'])(
    'does not guess at %s',
    (text) => {
      expect(parseTypedDate(text)).toBeNull();
    },
  );

  it('reads back what it writes', () => {
    const day = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(parseTypedDate(formatTypedDate(iso))).toBe(iso);
      }),
    );
  });
});

describe('shortcuts', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

  it('names key presses', () => {
    expect(chordOf({ ...none, key: 'N', shiftKey: true })).toBe('n');
    expect(chordOf({ ...none, key: '?', shiftKey: true })).toBe('?');
    expect(chordOf({ ...none, key: 'Enter', ctrlKey: true })).toBe('Ctrl+Enter');
    expect(chordOf({ ...none, key: 'Tab', shiftKey: true })).toBe('Shift+Tab');
    expect(chordOf({ ...none, key: '1', altKey: true })).toBe('Alt+1');
  });

  it('never takes a letter from somebody who is typing', () => {
    expect(worksWhileTyping('n')).toBe(false);
    expect(worksWhileTyping('Ctrl+Enter')).toBe(true);
  });

  it('lets the newest screen win, and gives the key back when it goes', () => {
    const registry = new ShortcutRegistry();
    const shortcut = (label: string) => ({ chord: 'e', label, group: 'g', run: () => undefined });
    registry.add([shortcut('page')]);
    const remove = registry.add([shortcut('panel')]);
    expect(registry.find('e')?.label).toBe('panel');
    remove();
    expect(registry.find('e')?.label).toBe('page');
    expect(registry.list()).toHaveLength(1);
  });
});
