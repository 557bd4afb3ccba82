import { expect, test } from 'vitest';
import { sampleSources, wordedLetter } from '../helpers/letters';

test.each(['revocation-minutes', 'verification-result', 'superior-recommendation'])(
  'a reason in the applicant’s own words stands in them on %s, never as "Alasan lain"',
  (key) => {
    const wordsOf = (note: string | null) => {
      const data = { ...sampleSources.data, reason: { key: 'other', note } };
      return JSON.stringify(wordedLetter(key, { ...sampleSources, data }));
    };
    expect(wordsOf('pindah tugas')).toContain('Pindah tugas.');
    expect(wordsOf('pindah tugas')).not.toContain('Alasan lain');
    expect(wordsOf(null)).toContain('……………');
  },
);
