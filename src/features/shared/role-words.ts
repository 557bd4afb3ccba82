import type { PermissionRefusal } from '../../domain/office/office-command';
import type { Role } from '../../domain/office/roles';
import { translate, type Locale } from '../../messages/catalogue';

/** Roles as a choice in a sentence: "petugas loket atau verifikator"; what none means for none. */
export function rolesText(roles: readonly Role[], locale: Locale): string {
  const names = roles.map((role) => translate(locale, `role.${role}`));
  const last = names.at(-1);
  if (last === undefined) return translate(locale, 'role.none');
  const first = names.slice(0, -1).join(', ');
  if (names.length === 1) return last;
  return translate(locale, names.length === 2 ? 'role.two' : 'role.several', { first, last });
}

/** Roles as a list, such as beside a name: "petugas loket, verifikator". */
export function roleList(roles: readonly Role[], locale: Locale): string {
  return roles.length === 0
    ? translate(locale, 'role.none')
    : roles.map((role) => translate(locale, `role.${role}`)).join(', ');
}

/** Why somebody may not do it, in one short sentence for a title or a line. */
export function permissionText(refusal: PermissionRefusal, locale: Locale): string {
  switch (refusal.code) {
    case 'not-permitted':
      return refusal.needs.length === 0
        ? translate(locale, 'permission.program')
        : translate(locale, 'permission.only', { roles: rolesText(refusal.needs, locale) });
    case 'account-inactive':
      return translate(locale, 'permission.inactive');
    case 'person-needed':
      return translate(locale, 'refusal.person-needed');
  }
}

/** A refused command in words: the matter, and what helps; null where the matter says all. */
export function permissionWords(
  refusal: PermissionRefusal,
  locale: Locale,
): { readonly title: string; readonly text: string | null } {
  if (refusal.code === 'not-permitted' && refusal.needs.length > 0) {
    return {
      title: translate(locale, 'permission.refused'),
      text: translate(locale, 'permission.refusedText', {
        roles: rolesText(refusal.needs, locale),
      }),
    };
  }
  const title =
    refusal.code === 'account-inactive'
      ? translate(locale, 'refusal.account-inactive')
      : permissionText(refusal, locale);
  return { title, text: null };
}
