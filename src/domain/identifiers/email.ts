import { errorOf, type IdentifierProblem } from './problem';

/** Endings of official addresses where an office has set none (identifiers.md, section 5). */
export const defaultEmailSuffixes: readonly string[] = ['.go.id', '.desa.id'];

/** The address without blanks around it, in lower case: AMS compares without case. */
export function cleanEmail(typed: string): string {
  return typed
    .replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '')
    .trim()
    .toLowerCase();
}

/**
 * Errors of a cleaned address: no address at all, or none of the office's allowed endings
 * (AMS takes official addresses only). `suffixes` may be written ".go.id" (any address
 * below), "tapinkab.go.id" (this domain and those below) or "@tapinkab.go.id" (this domain
 * only). An empty list stands for `defaultEmailSuffixes`.
 */
export function checkEmail(
  email: string,
  suffixes: readonly string[],
): readonly IdentifierProblem[] {
  if (!isAddress(email)) return [errorOf('email-shape')];
  const domain = email.slice(email.lastIndexOf('@') + 1);
  const allowed = suffixes.map((suffix) => suffix.trim().toLowerCase()).filter(Boolean);
  const inForce = allowed.length > 0 ? allowed : defaultEmailSuffixes;
  if (inForce.some((suffix) => isBelow(domain, suffix))) return [];
  return [errorOf('email-suffix', { domain, suffixes: inForce.join(', ') })];
}

function isAddress(email: string): boolean {
  if (email.length > 254) return false;
  const match = /^([a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@(.+)$/.exec(
    email,
  );
  const [, local = '', domain = ''] = match ?? [];
  const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
  const labels = domain.split('.');
  return (
    local.length > 0 &&
    local.length <= 64 &&
    labels.length > 1 &&
    labels.every((part) => label.test(part))
  );
}

function isBelow(domain: string, suffix: string): boolean {
  if (suffix.startsWith('@')) return domain === suffix.slice(1);
  if (suffix.startsWith('.')) return domain.endsWith(suffix);
  return domain === suffix || domain.endsWith(`.${suffix}`);
}
