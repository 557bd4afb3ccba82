/**
 * The name a member of staff is chosen by before the records are open. It lies readable
 * beside the locked key, so it says no more than the office wants it to: "loket1", "rina".
 */
export const SIGN_IN_NAME = /^[a-z0-9][a-z0-9._-]{1,23}$/;

/** As it is kept: lower case, without blanks around it. */
export function cleanSignInName(typed: string): string {
  return typed.trim().toLowerCase();
}
