import { z } from 'zod';
import type { Draft } from '../../store/store';

const text = z.string().catch('');
const typedPerson = z.object({
  applicant: z.object({ name: text, nik: text, nip: text }).catch({ name: '', nik: '', nip: '' }),
});

/** What a draft says of its person so far, as typed; blanks where nothing stands yet. */
export function draftPerson(draft: Pick<Draft, 'values'>): {
  readonly name: string;
  readonly nik: string;
  readonly nip: string;
} {
  const parsed = typedPerson.safeParse(draft.values);
  return parsed.success ? parsed.data.applicant : { name: '', nik: '', nip: '' };
}

/** The name typed into a draft; null while there is none. */
export function draftName(draft: Pick<Draft, 'values'>): string | null {
  return draftPerson(draft).name.trim() || null;
}
