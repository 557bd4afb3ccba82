import dispositionSheet from '../../resources/letters/disposition-sheet.json';
import revocationApplication from '../../resources/letters/revocation-application.json';
import revocationReasonStatement from '../../resources/letters/revocation-reason-statement.json';
import { letterTemplateSchema, type LetterTemplate } from '../domain/letters/letter-template';

/** The installed letters by key; throws at start when one of them does not fit its schema. */
export const letterTemplates: ReadonlyMap<string, LetterTemplate> = new Map(
  [revocationApplication, revocationReasonStatement, dispositionSheet].map((raw) => {
    const template = letterTemplateSchema.parse(raw);
    return [template.key, template];
  }),
);
