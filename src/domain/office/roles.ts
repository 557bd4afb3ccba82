import { z } from 'zod';

/**
 * What an account may be at the office, in the order screens list them: petugas loket,
 * verifikator, pejabat, administrator. One account may be several; where one person does
 * everything, all four.
 */
export const ROLES = ['front-desk', 'verifier', 'official', 'administrator'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** The same roles, each once and in the order of `ROLES`. */
export function orderedRoles(roles: readonly Role[]): Role[] {
  return ROLES.filter((role) => roles.includes(role));
}
