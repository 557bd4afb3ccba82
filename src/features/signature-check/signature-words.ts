import type { SignatureReport } from '../../contract/pki';
import { signatureVerdict } from '../../domain/signatures/document-verdict';
import type { DocumentVerdict } from '../../domain/signatures/document-verdict';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';
import type { Tone } from '../../ui/feedback/tone';
import { formatDateTime, type TimeContext } from '../../ui/format/date-time';

/** How each verdict looks. What cannot be checked is no alarm. */
export const verdictTones = {
  valid: 'good',
  broken: 'bad',
  changed: 'bad',
  untrusted: 'bad',
  unknown: 'info',
  'no-signature': 'neutral',
  unreadable: 'warn',
  'not-checked': 'warn',
} as const satisfies Readonly<Record<DocumentVerdict, Tone>>;

/** Whose certificate it is; a name the file merely claims does not count. */
export function signerName({ certificate }: SignatureReport, locale: Locale): string {
  return certificate?.commonName ?? certificate?.subjectDn ?? translate(locale, 'check.nobody');
}

/** Who signed and when, and how far that time can be believed. */
export function saidText(report: SignatureReport, context: TimeContext): string {
  const { locale } = context;
  const { timestamp, claimedAt, kind } = report;
  const name = signerName(report, locale);
  if (timestamp !== null) {
    const time = formatDateTime(timestamp.at, context);
    if (kind === 'document-timestamp') return translate(locale, 'check.by.stamp', { name, time });
    const isSure = timestamp.integrity.state === 'ok' && timestamp.trust.state === 'trusted';
    const authority = timestamp.authority ?? translate(locale, 'check.nobody');
    return isSure
      ? translate(locale, 'check.by.stamped', { name, time, authority })
      : translate(locale, 'check.by.stampUnsure', { name, time });
  }
  if (claimedAt === null) return translate(locale, 'check.by.noTime', { name });
  return translate(locale, 'check.by.claimed', { name, time: formatDateTime(claimedAt, context) });
}

/** Whether the signed bytes are whole, and what was done behind them. */
export function changesText(report: SignatureReport, locale: Locale): string {
  const { integrity, changes, certification } = report;
  if (integrity.state === 'broken') return translate(locale, 'check.integrity.broken');
  const first =
    integrity.state === 'ok' ? '' : `${translate(locale, 'check.integrity.not-checked')} `;
  const kept =
    certification?.isKept === false ? ` ${translate(locale, 'check.changes.notKept')}` : '';
  const isLocked = changes.details.includes('encrypted');
  const what = isLocked ? 'encrypted' : changes.kind;
  return `${first}${translate(locale, `check.changes.${what}`)}${kept}`;
}

/** Why a certificate is trusted, not trusted, or cannot be checked. */
export function trustText(report: SignatureReport, locale: Locale): string | null {
  const { trust, chain, certificate, integrity } = report;
  // Nothing is to be said of whose signature it is not.
  if (integrity.state === 'broken' || certificate === null) return null;
  const reasons = trust.reasons.map((code) => reasonText(code, trust.state, locale)).join('; ');
  if (trust.state !== 'trusted') {
    return translate(locale, `check.trust.${trust.state}`, { reasons });
  }
  const top = chain.at(-1) ?? certificate;
  const root = top.commonName ?? top.subjectDn;
  const text = translate(locale, 'check.trust.trusted', { root });
  return reasons === '' ? text : `${text} (${reasons})`;
}

function reasonText(
  code: string,
  state: SignatureReport['trust']['state'],
  locale: Locale,
): string {
  // A definite no about the end of validity rests on a time that is proven.
  if (code === 'expired' && state === 'untrusted') {
    return translate(locale, 'check.reason.expiredThen');
  }
  const key = `check.reason.${code}`;
  return isMessageKey(key)
    ? translateMessage(locale, { key })
    : translate(locale, 'check.reason.other', { code });
}

/** Whether importing an authority could make a signature checkable. */
export function lacksAuthority(report: SignatureReport): boolean {
  const missing = ['issuer-missing', 'root-not-trusted'];
  return (
    signatureVerdict(report) === 'unknown' &&
    report.trust.reasons.some((code) => missing.includes(code))
  );
}
