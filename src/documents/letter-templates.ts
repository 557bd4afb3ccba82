import dispositionSheet from '../../resources/letters/disposition-sheet.json';
import passphraseForgottenApplication from '../../resources/letters/passphrase-forgotten-application.json';
import passphraseForgottenStatement from '../../resources/letters/passphrase-forgotten-statement.json';
import receipt from '../../resources/letters/receipt.json';
import renewalApplication from '../../resources/letters/renewal-application.json';
import renewalReport from '../../resources/letters/renewal-report.json';
import revocationApplication from '../../resources/letters/revocation-application.json';
import revocationMinutes from '../../resources/letters/revocation-minutes.json';
import revocationReasonStatement from '../../resources/letters/revocation-reason-statement.json';
import shortageNotice from '../../resources/letters/shortage-notice.json';
import superiorRecommendation from '../../resources/letters/superior-recommendation.json';
import verificationResult from '../../resources/letters/verification-result.json';
import { inSigningOrder } from '../domain/request/letter-signing';
import { letterTemplateSchema, type LetterTemplate } from '../domain/letters/letter-template';

/** In the order papers are made at a desk: what is brought, what goes with it, what closes it. */
const INSTALLED = [
  revocationApplication,
  revocationReasonStatement,
  superiorRecommendation,
  renewalApplication,
  passphraseForgottenStatement,
  passphraseForgottenApplication,
  dispositionSheet,
  receipt,
  verificationResult,
  shortageNotice,
  revocationMinutes,
  renewalReport,
];

/** The installed letters by key; throws at start when one of them does not fit its schema. */
export const letterTemplates: ReadonlyMap<string, LetterTemplate> = new Map(
  INSTALLED.map((raw) => {
    const template = letterTemplateSchema.parse(raw);
    return [template.key, template];
  }),
);

/** Actors who sign a kind of letter, in the order they sign; none for an unknown kind. */
export function signersOf(letter: string): readonly string[] {
  const signatures = letterTemplates.get(letter)?.signatures ?? [];
  return inSigningOrder(signatures.map(({ actor }) => actor));
}
