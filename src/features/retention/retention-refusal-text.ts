import type { RetentionRefusal } from '../../domain/retention/retention-command';
import { translate, type Locale } from '../../messages/catalogue';
import { permissionWords } from '../shared/role-words';
import { serviceLabel } from '../shared/sop-words';

/** Requests named in a refusal; of more, the first. */
const MOST_NAMED = 5;

/** Why a retention command was refused, as a sentence with what helps. */
export function retentionRefusalText(refusal: RetentionRefusal, locale: Locale): string {
  switch (refusal.code) {
    case 'not-permitted':
    case 'account-inactive':
    case 'person-needed': {
      const { title, text } = permissionWords(refusal, locale);
      return [title, text].filter((words) => words !== null).join(' ');
    }
    case 'reason-missing':
      return translate(locale, 'refusal.reason-missing');
    case 'rule-invalid': {
      const service = serviceLabel(refusal.service, locale);
      return translate(locale, 'retention.refusal.rule-invalid', { service });
    }
    case 'too-many':
      return translate(locale, 'retention.refusal.too-many', { most: refusal.most });
    case 'not-destroyable': {
      const named = refusal.found
        .slice(0, MOST_NAMED)
        .map(({ registerNumber, why }) =>
          `${registerNumber} (${translate(locale, `retention.why.${why}`)})`.trim(),
        );
      const more = refusal.found.length - named.length;
      const rest = more > 0 ? [translate(locale, 'retention.proposal.more', { count: more })] : [];
      const found = [...named, ...rest].join(', ');
      return translate(locale, 'retention.refusal.not-destroyable', { found });
    }
    default:
      return translate(locale, `retention.refusal.${refusal.code}`);
  }
}
