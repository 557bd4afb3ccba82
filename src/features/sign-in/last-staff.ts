/** Remembered on this computer: an id, no name, so that the morning begins with the passphrase. */
const LAST_STAFF = 'loket.last-staff';

/** Who signed in last at this computer; null when nobody did or it is not to be read. */
export function readLastMember(): string | null {
  return localStorage.getItem(LAST_STAFF);
}

/** Only a convenience: without it the clerk chooses from the list. */
export function rememberMember(memberId: string): void {
  localStorage.setItem(LAST_STAFF, memberId);
}
