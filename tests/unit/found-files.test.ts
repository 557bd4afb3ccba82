import { describe, expect, test } from 'vitest';
import type { FoundFile } from '../../src/contract/returns';
import { fail, succeed } from '../../src/contract/result';
import { decideFolder, judge } from '../../src/features/signing/found-files';
import type { ReturnedFile } from '../../src/features/signing/returned-file';

function found(name: string, sha256 = name, finding: FoundFile['finding'] = 'signed'): FoundFile {
  return { name, size: 1, sha256, finding };
}
const returned = (keepsOriginal: boolean) => succeed({ keepsOriginal } as unknown as ReturnedFile);
const letter = (name: string, sha256?: string) => judge(found(name, sha256), returned(true));

describe('a folder in which signed letters come back', () => {
  test('the one file that is the letter is taken, its copies count once', () => {
    const files = [
      letter('surat.pdf', 'a'),
      letter('surat (1).pdf', 'a'),
      judge(found('lain.pdf'), fail('different-document')),
      judge(found('polos.pdf', 'p', 'unsigned'), null),
    ];
    const decision = decideFolder(files);
    expect(decision.take?.sha256).toBe('a');
    expect(decision.others.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['lain.pdf', 'different-document'],
      ['polos.pdf', 'unsigned'],
    ]);
  });

  test('two different files that fit, or one written anew, are a person’s to choose', () => {
    const two = decideFolder([letter('satu.pdf'), letter('dua.pdf')]);
    expect([two.take, two.choices.length]).toEqual([null, 2]);
    const anew = decideFolder([judge(found('baru.pdf'), returned(false))]);
    expect(anew.take).toBeNull();
    expect(anew.choices.map(({ verdict }) => verdict)).toEqual(['rewritten']);
    const both = decideFolder([letter('satu.pdf'), judge(found('baru.pdf'), returned(false))]);
    expect([both.take, both.choices.length]).toEqual([null, 2]);
  });

  test('nothing is taken of what does not fit or changed while it was looked at', () => {
    const files = [
      judge(found('berubah.pdf'), null),
      judge(found('rusak.pdf'), fail('signature-broken')),
      judge(found('bukan.pdf'), fail('not-a-pdf')),
    ];
    const decision = decideFolder(files);
    expect([decision.take, decision.choices]).toEqual([null, []]);
    expect(decision.others.map(({ verdict }) => verdict)).toEqual([
      'changed',
      'signature-broken',
      'unreadable',
    ]);
  });
});
