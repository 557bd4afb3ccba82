import type { IncidentRefusal } from '../../domain/incident/incident-command';
import type { IncidentFacts } from '../../domain/incident/incident-event';
import { translate, type Locale } from '../../messages/catalogue';
import type { IncidentFailure } from '../../store/incident-store';
import { problemWords } from '../request/problem-words';
import { permissionWords } from '../shared/role-words';

/** The kinds of data in words; what "other" is, as it was typed. */
export function kindWords(
  { kinds, otherKinds }: Pick<IncidentFacts, 'kinds' | 'otherKinds'>,
  locale: Locale,
): readonly string[] {
  return kinds.map((kind) =>
    kind === 'other' ? otherKinds : translate(locale, `incident.kind.${kind}`),
  );
}

/** Why nothing was recorded about an incident, and what helps. */
export function incidentFailureWords(
  failure: IncidentFailure,
  locale: Locale,
): { readonly title: string; readonly text: string | null; readonly detail: string | null } {
  if (failure.kind !== 'incident-refused') return problemWords(failure, { locale, sop: undefined });
  return { ...refusalWords(failure.refusal, locale), detail: null };
}

function refusalWords(
  refusal: IncidentRefusal,
  locale: Locale,
): { readonly title: string; readonly text: string | null } {
  switch (refusal.code) {
    case 'not-permitted':
    case 'account-inactive':
    case 'person-needed':
      return permissionWords(refusal, locale);
    case 'incident-incomplete': {
      const fields = refusal.fields.map((field) => translate(locale, `incident.label.${field}`));
      const title = translate(locale, 'incident.refusal.incident-incomplete', {
        fields: fields.join(', '),
      });
      return { title, text: null };
    }
    case 'notices-owed': {
      const to = refusal.to.map((one) => translate(locale, `incident.to.${one}`)).join(', ');
      return { title: translate(locale, 'incident.refusal.notices-owed', { to }), text: null };
    }
    default:
      return { title: translate(locale, `incident.refusal.${refusal.code}`), text: null };
  }
}
