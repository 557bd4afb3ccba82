import type { signatureCheckMessages as idMessages } from '../id/signature-check';
import type { TranslationOf } from '../translation';

export const signatureCheckMessages = {
  'frame.check': 'Check a PDF',
  'check.title': 'Check the signatures of a PDF',
  'check.drop': 'PDF to be checked',
  'check.dropHint':
    'One PDF, 60 MB at most. Checked on this computer, without network too; the file is not kept.',
  'check.another': 'Check another file',
  'check.working': 'Checking signatures…',
  'check.tooLarge': 'The file is larger than 60 MB, so it is not checked.',
  'check.gone': 'The file cannot be read. It may have been moved or removed; choose it again.',

  'check.verdict.valid': 'Signature valid, contents whole',
  'check.verdict.broken': 'The signature does not fit the contents',
  'check.verdict.changed': 'Contents were changed after signing',
  'check.verdict.untrusted': 'The signer’s certificate is not trusted',
  'check.verdict.unknown': 'Not everything could be checked',
  'check.verdict.no-signature': 'This file has no electronic signature',
  'check.verdict.not-checked': 'This file could not be checked in time',
  'check.verdict.unreadable': 'This file cannot be checked',
  'check.advice.valid': 'The file can be accepted as an electronically signed document.',
  'check.advice.broken':
    'Do not accept this file as evidence. Ask the signer for the original file, not one opened and saved by another program.',
  'check.advice.changed':
    'Do not accept this file before the change is explained. Ask for the original, or for one signed again.',
  'check.advice.untrusted':
    'Do not accept this file. The reason stands below; ask the signer or the issuer.',
  'check.advice.unknown':
    'That does not mean the signature is false. See below what could not be checked, and why.',
  'check.advice.no-signature':
    'A picture or scan of a handwritten signature is no electronic signature. That needs the original PDF from the signer.',
  'check.advice.not-checked':
    'It is too complicated, or made to keep a checker busy. Take it neither for valid nor for forged; ask for the original, or have ESC check it.',
  'check.advice.unreadable':
    'It is no PDF, damaged, or locked by a password. Ask for the original again; prints, photographs and screenshots cannot be checked.',
  'check.facts.count': '{count} signatures',

  'check.badge.valid': 'Valid',
  'check.badge.broken': 'Does not fit',
  'check.badge.changed': 'Changed',
  'check.badge.untrusted': 'Not trusted',
  'check.badge.unknown': 'Cannot be checked',

  'check.signature': 'Signature {number}: {name}',
  'check.stampSignature': 'Document timestamp {number}: {name}',
  'check.nobody': 'signer not known',
  'check.by.stamped':
    'Signed by {name} on {time}; the time is vouched for by the timestamp of {authority}.',
  'check.by.stampUnsure': 'Signed by {name} on {time} by a timestamp that could not be checked.',
  'check.by.claimed':
    'Signed by {name} on {time} by the signer’s own clock; nobody vouches for this time.',
  'check.by.noTime': 'Signed by {name}, without a time.',
  'check.by.stamp': 'Timestamp of {name}: the document was there in this form on {time}.',

  'check.changes.nothing': 'Its contents have not changed since.',
  'check.changes.signatures':
    'Since then only signatures or evidence were added; the contents have not changed.',
  'check.changes.forms': 'Since then form fields or notes were added; nothing else changed.',
  'check.changes.content': 'Its contents were changed since.',
  'check.changes.unreadable': 'Whether its contents were changed since cannot be checked.',
  'check.changes.broken':
    'Cannot be judged: the contents themselves are not the ones that were signed.',
  'check.changes.encrypted':
    'This file is locked (encrypted), so whether it was changed since then cannot be checked.',
  'check.changes.notKept': 'That goes beyond what the first signer allowed.',
  'check.integrity.ok': 'Whole: the contents are those that were signed',
  'check.integrity.weak':
    'It fits, but by an old way (SHA-1 or MD5) that can be forged; not enough as evidence',
  'check.integrity.broken': 'The contents are not those that were signed.',
  'check.integrity.not-checked':
    'Whether it is whole cannot be checked: this program does not know its way of signing.',
  'check.trust.trusted': 'Its certificate is trusted: the chain reaches {root}.',
  'check.trust.unknown': 'Its certificate cannot be checked: {reasons}.',
  'check.trust.untrusted': 'Its certificate is not trusted: {reasons}.',

  'check.reason.issuer-missing': 'this office has not imported its issuer’s certificate',
  'check.reason.root-not-trusted': 'this office has not imported its root',
  'check.reason.signature-broken': 'the issuer’s signature on the certificate does not hold',
  'check.reason.signature-not-checked': 'the issuer’s way of signing is not known',
  'check.reason.issuer-no-authority': 'its issuer may not issue certificates',
  'check.reason.expired':
    'it has expired, and without a timestamp nothing shows that it signed before that',
  'check.reason.expiredThen': 'it had expired when it signed',
  'check.reason.not-yet-valid': 'it is not valid yet',
  'check.reason.name-constraints':
    'an authority above may only issue for certain names, which is not checked here',
  'check.reason.unknown-critical': 'it has a condition this program does not know',
  'check.reason.weak-signature': 'its chain uses an old way that can be forged',
  'check.reason.too-long': 'its chain is too long',
  'check.reason.revoked': 'it was revoked',
  'check.reason.revoked-later': 'it was revoked, but after signing',
  'check.reason.issuer-revoked': 'its issuer’s certificate was revoked',
  'check.reason.revocation-unknown': 'no list or OCSP answer at hand still holds',
  'check.reason.certificate-missing': 'it is not in the file',
  'check.reason.not-intact': 'the signature does not fit the contents',
  'check.reason.not-checked': 'the signature itself cannot be checked',
  'check.reason.key-usage': 'it is not for signing documents',
  'check.reason.other': 'another reason ({code})',
  'check.importAuthority': 'Open authorities',

  'check.details': 'Details of signature {number}',
  'check.label.signer': 'Signer',
  'check.label.claimedName': 'Name written in the file',
  'check.label.claimedAt': 'Time by the signer',
  'check.label.stampedAt': 'Time by the timestamp',
  'check.label.integrity': 'Wholeness',
  'check.label.changes': 'Changes since',
  'check.label.covers': 'What was signed',
  'check.label.certification': 'Changes allowed',
  'check.label.reason': 'Reason',
  'check.label.location': 'Place',
  'check.label.field': 'Name of the field',
  'check.label.format': 'Format',
  'check.label.bound': 'Certificate bound to the signature',
  'check.label.chain': 'Chain of issuers',
  'check.label.revocation': 'Evidence of revocation',
  'check.none': 'none',
  'check.yes': 'Yes',
  'check.no': 'No',
  'check.stamp.trusted': '{time}, by {authority}',
  'check.stamp.unknown': '{time}, by {authority}; the timestamp could not be checked',
  'check.stamp.bad': '{time}, by {authority}; the timestamp cannot be trusted',
  'check.covers.whole': 'The whole file',
  'check.covers.revision': 'The first {bytes} of {total}',
  'check.certification.kept': 'Limited (level {level}) and kept',
  'check.certification.broken': 'Limited (level {level}) and broken',

  'check.esc.title': 'What ESC says',
  'check.esc.text':
    'The office’s Esign Client Service can check the same file. It is sent to {host}; the answer may take 2 minutes.',
  'check.esc.ask': 'Check at ESC too',
  'check.esc.waiting': 'Waiting for ESC, {time} at most. You may open another screen.',
  'check.esc.conclusion.valid': 'ESC: valid',
  'check.esc.conclusion.no-signature': 'ESC: no signature',
  'check.esc.conclusion.not-valid': 'ESC: not valid',
  'check.esc.words': 'ESC’s words: “{text}”; {count} signatures.',
  'check.esc.agrees': 'The same as on this computer.',
  'check.esc.esc-adds': 'ESC could check what could not be checked on this computer.',
  'check.esc.differs': 'ESC and this computer disagree',
  'check.esc.differsText':
    'Do not decide alone: write both down and ask BSrE. Until then go by the worse one.',
  'check.esc.nothing-to-compare': 'There is nothing to compare.',
} as const satisfies TranslationOf<typeof idMessages>;
