import { escPersonSchema, type EscPerson } from '../../contract/esign';
import { ungroup } from '../../ui/format/numbers';

/**
 * Whose certificate is meant by what was typed, or by the NIK the request holds where nothing
 * was; null where it cannot be one.
 */
export function readPerson({
  by,
  id,
  knownNik,
}: {
  readonly by: EscPerson['by'];
  readonly id: string;
  readonly knownNik: string;
}): EscPerson | null {
  const typed = id.trim();
  const nik = ungroup(typed === '' ? knownNik : typed);
  const person = escPersonSchema.safeParse(by === 'nik' ? { by, nik } : { by, email: typed });
  return person.success ? person.data : null;
}
