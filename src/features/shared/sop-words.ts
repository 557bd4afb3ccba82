import { letterTemplates } from '../../documents/letter-templates';
import { findStep } from '../../domain/sop/route';
import type { Party } from '../../domain/request/request-event';
import type { Sop, SopStep } from '../../domain/sop/sop';
import { isMessageKey, translateMessage, type Locale } from '../../messages/catalogue';

/** A document in the SOP's words, else in the catalogue's, else its key. */
export function documentLabel(sop: Sop | undefined, document: string, locale: Locale): string {
  const named = sop?.documents.find(({ key }) => key === document)?.label;
  if (named !== undefined) return named;
  const key = `document.${document}`;
  return isMessageKey(key) ? translateMessage(locale, { key }) : document;
}

/** A letter's title, as its template names it. */
export function letterTitle(letter: string): string {
  return letterTemplates.get(letter)?.title ?? letter;
}

/** A service in plain words; a service this version does not know keeps its code. */
export function serviceLabel(service: string, locale: Locale): string {
  const key = `request.service.${service}`;
  return isMessageKey(key) ? translateMessage(locale, { key }) : service;
}

/** Who has a step, in the SOP's words. */
export function actorLabel(sop: Sop | undefined, actor: string | null): string {
  return sop?.actors.find(({ key }) => key === actor)?.label ?? actor ?? '';
}

/** Somebody on the disposition sheet: title and name, or what of them is known. */
export function partyWords({ name, title }: Party): string {
  return [title, name].filter((word) => word !== '').join(', ');
}

/** The open step's own words, with its number: "3. Menerima dan Mendisposisikan …". */
export function stepWords(sop: Sop | undefined, step: string | null): string {
  const found: SopStep | undefined = sop === undefined ? undefined : findStep(sop, step);
  return found === undefined ? (step ?? '') : `${String(found.number)}. ${found.activity}`;
}
