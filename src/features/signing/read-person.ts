import { escPersonSchema, type EscPerson } from '../../contract/esign';
import { ungroup } from '../../ui/format/numbers';

/** Whose certificate is meant by what was typed; null where it cannot be one. */
export function readPerson({
  by,
  id,
}: {
  readonly by: EscPerson['by'];
  readonly id: string;
}): EscPerson | null {
  const typed = by === 'nik' ? { by, nik: ungroup(id.trim()) } : { by, email: id.trim() };
  const person = escPersonSchema.safeParse(typed);
  return person.success ? person.data : null;
}
