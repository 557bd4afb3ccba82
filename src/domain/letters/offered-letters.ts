import type { Sop } from '../sop/sop';
import type { LetterTemplate } from './letter-template';

/**
 * Letters that can be made at a request though no step of its SOP makes them: those offered for
 * its service and reason, in the order of the templates. `reason` is the request's reason key,
 * null where the SOP has none; pure.
 */
export function offeredLetters(
  templates: ReadonlyMap<string, LetterTemplate>,
  sop: Pick<Sop, 'service' | 'steps'>,
  reason: string | null,
): readonly string[] {
  const made = new Set(sop.steps.flatMap(({ letters }) => letters));
  const fits = ({ offeredFor }: LetterTemplate) =>
    offeredFor.some(
      ({ service, reasons }) =>
        service === sop.service &&
        (reasons === undefined || (reason !== null && reasons.includes(reason))),
    );
  return [...templates.values()]
    .filter((one) => !made.has(one.key) && fits(one))
    .map(({ key }) => key);
}
