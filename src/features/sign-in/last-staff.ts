/** Device fact: who signed in last at this computer, so that Enter is enough in the morning. */
export const LAST_STAFF = 'last-staff';
