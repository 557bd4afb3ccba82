import type { DocumentReport, SignatureReport } from '../../contract/pki';

/**
 * What is to be said of one signature first. `broken`: the signed bytes are not the ones that were
 * signed. `changed`: they are, and contents were changed behind them. `untrusted`: a definite no of
 * the chain. `unknown`: it cannot be checked here and now, which is never the same as bad.
 */
export type SignatureVerdict = 'valid' | 'broken' | 'changed' | 'untrusted' | 'unknown';

/** The verdict on a signature: the worst that is certain, else what is not known, else valid. */
export function signatureVerdict(report: SignatureReport): SignatureVerdict {
  const { integrity, changes, certification, trust } = report;
  if (integrity.state === 'broken') return 'broken';
  if (changes.kind === 'content' || certification?.isKept === false) return 'changed';
  if (trust.state === 'untrusted') return 'untrusted';
  const isUnclear = integrity.state !== 'ok' || integrity.isWeak || changes.kind === 'unreadable';
  return isUnclear || trust.state !== 'trusted' ? 'unknown' : 'valid';
}

/** What is to be said of a whole document. */
export type DocumentVerdict = SignatureVerdict | 'no-signature' | 'unreadable' | 'not-checked';

const fromWorst = ['broken', 'changed', 'untrusted', 'unknown', 'valid'] as const;

/** The worst verdict among its signatures. */
export function documentVerdict(report: DocumentReport): DocumentVerdict {
  if (report.outcome !== 'checked') return report.outcome;
  const verdicts = report.signatures.map(signatureVerdict);
  return fromWorst.find((verdict) => verdicts.includes(verdict)) ?? 'no-signature';
}

/**
 * Our verdict beside that of the Esign Client Service. `esc-adds`: it could check what we could
 * not. `differs`: both are certain and do not agree, which a person has to look into.
 */
export type VerdictComparison = 'agrees' | 'esc-adds' | 'differs' | 'nothing-to-compare';

/** Compares what both say of the same bytes; a different number of signatures is a difference. */
export function compareVerdicts(
  report: DocumentReport,
  esc: {
    readonly conclusion: 'valid' | 'no-signature' | 'not-valid';
    readonly signatureCount: number;
  },
): VerdictComparison {
  const ours = documentVerdict(report);
  if (ours === 'unreadable' || ours === 'not-checked') return 'nothing-to-compare';
  const own =
    report.outcome === 'checked'
      ? report.signatures.filter(({ kind }) => kind === 'signature').length
      : 0;
  if ((own === 0) !== (esc.conclusion === 'no-signature')) return 'differs';
  if (own === 0) return 'agrees';
  if (esc.conclusion === 'valid' && esc.signatureCount !== own) return 'differs';
  if (ours === 'unknown') return 'esc-adds';
  return (ours === 'valid') === (esc.conclusion === 'valid') ? 'agrees' : 'differs';
}
