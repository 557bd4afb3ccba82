import { actingOn, holderOn, signerOn, type NamedOfficial } from '../office/acting';
import type { OfficeProfile } from '../office/office-event';
import type { RequestData } from '../request/request-data';
import type { SheetEntry } from '../request/request-state';
import { letterDateOfIso } from '../numbering/local-date';
import type { Sop } from '../sop/sop';
import {
  cleanLetterValue,
  endSentence,
  formatNip,
  formatPhone,
  formatSerialNumber,
  lowerKopName,
  startSentence,
} from './letter-formats';
import { countInWords, dateInWords } from './terbilang';

/** What of the office's profile letters may print. */
export type LetterOffice = Pick<
  OfficeProfile,
  | 'government'
  | 'name'
  | 'address'
  | 'postalCode'
  | 'phone'
  | 'email'
  | 'website'
  | 'place'
  | 'code'
  | 'officials'
  | 'timeZone'
> &
  Partial<Pick<OfficeProfile, 'unit' | 'signing'>>;

/** Everything a letter is worded from: recorded values, never the state of a form. */
export interface LetterSources {
  readonly data: RequestData;
  readonly sop: Sop;
  readonly office: LetterOffice;
  /** "No. Agenda" of the disposition sheet. */
  readonly registerNumber: string;
  /** Date yyyy-mm-dd on which the request arrived, in the office's time zone. */
  readonly receivedOn: string;
  /** UUID of the letter. */
  readonly letterId: string;
  /** null while the letter is a draft. */
  readonly letterNumber: string | null;
  /** Date yyyy-mm-dd on the letter; null leaves it to be written by hand. */
  readonly letterDate: string | null;
  /** Date yyyy-mm-dd on which it is made: who acts for an official then signs a draft. */
  readonly madeOn?: string;
  /** What is on the disposition sheet so far; nothing while it is an empty form. */
  readonly sheet: readonly SheetEntry[];
  /** The open step; null once the request has ended. */
  readonly step: string | null;
  /** Name of who makes the letter at the desk. */
  readonly clerk: string;
  /** Papers by the SOP's names: those the request holds, and those the applicant still owes. */
  readonly papers: { readonly held: readonly string[]; readonly missing: readonly string[] };
  /** Steps that ended well: date yyyy-mm-dd and the SOP's words, oldest first. */
  readonly steps: readonly { readonly date: string; readonly activity: string }[];
  /** What the gateway or the portal confirmed last; null before that. */
  readonly receipt: { readonly number: string; readonly date: string } | null;
  /** Version of the privacy notice that was given; null where none was. */
  readonly noticeVersion: number | null;
  /** The letter a disposition sheet is about; null when it is not known yet. */
  readonly incomingLetter: { readonly number: string | null; readonly date: string | null } | null;
}

/** A value by its placeholder; null or '' where there is none. */
export type LetterData = ReadonlyMap<string, string | null>;

interface LetterField {
  /** How the value reads in a letter; null when there is none. */
  readonly toLetterText: (sources: LetterSources) => string | null;
}

function field(toLetterText: LetterField['toLetterText']): LetterField {
  return { toLetterText };
}

function mapped(
  value: string | null | undefined,
  format: (value: string) => string,
): string | null {
  return value ? format(value) : null;
}

function sopReason({ sop, data }: LetterSources): Sop['reasons'][number] | undefined {
  return sop.reasons.find(({ key }) => key === data.reason.key);
}

function officialOf({ officials }: LetterOffice, actor: string) {
  return officials.find((one) => one.actor === actor);
}

/** The head of the office signs whatever the SOP's actors are called. */
const HEAD = 'office-head';

/** Who holds the head's place when the letter is made. */
function headOf(sources: LetterSources): NamedOfficial | undefined {
  const head = officialOf(sources.office, HEAD);
  return head && holderOn(head, letterDay(sources));
}

/** The day (yyyy-mm-dd) that decides who acts for an official. */
export function letterDay({ letterDate, madeOn, receivedOn }: LetterSources): string {
  return letterDate ?? madeOn ?? receivedOn;
}

function headTitle({ name }: LetterOffice): string {
  return `Kepala ${lowerKopName(name)}`;
}

/** A service in the words of the SOPs (000 and 003). */
const SERVICE_NAMES: Readonly<Record<Sop['service'], string>> = {
  revocation: 'Pencabutan',
  renewal: 'Pembaharuan',
  'passphrase-reset': 'Atur Ulang Passphrase',
  issuance: 'Penerbitan',
};

/** Every fixed placeholder; those of officials are added per actor of the SOP. */
const LETTER_FIELDS: Readonly<Record<string, LetterField>> = {
  'applicant.name': field(({ data }) => data.applicant.name),
  'applicant.nik': field(({ data }) => data.applicant.nik),
  'applicant.nip': field(({ data }) => mapped(data.applicant.nip, formatNip)),
  /** PPPK carry a "nomor induk PPPK" instead of a NIP. */
  'applicant.nip-label': field(({ data }) =>
    data.applicant.personnel === 'pppk' ? 'NI PPPK' : 'NIP',
  ),
  'applicant.rank': field(({ data }) => data.applicant.rank),
  'applicant.position': field(({ data }) => data.applicant.position),
  'applicant.unit': field(({ data }) => data.applicant.unit),
  'applicant.unit-capitals': field(({ data }) => data.applicant.unit.toLocaleUpperCase('id')),
  'applicant.email': field(({ data }) => data.applicant.email),
  'applicant.phone': field(({ data }) => mapped(data.applicant.phone, formatPhone)),
  'superior.name': field(({ data }) => data.superior?.name ?? null),
  'superior.nip': field(({ data }) => mapped(data.superior?.nip, formatNip)),
  'superior.rank': field(({ data }) => data.superior?.rank ?? null),
  'superior.position': field(({ data }) => data.superior?.position ?? null),
  'certificate.serial-number': field(({ data }) =>
    mapped(data.certificate.serialNumber, formatSerialNumber),
  ),
  'certificate.not-after': field(({ data }) => mapped(data.certificate.notAfter, letterDateOfIso)),
  'certificate.subject-dn': field(({ data }) => data.certificate.subjectDn),
  'reason.label': field((sources) => sopReason(sources)?.label ?? null),
  'reason.letter-text': field((sources) => sopReason(sources)?.letterText ?? null),
  'reason.sentence': field((sources) =>
    mapped(sopReason(sources)?.letterText, (text) => endSentence(startSentence(text))),
  ),
  'reason.note': field(({ data }) =>
    mapped(data.reason.note?.trim(), (note) => endSentence(startSentence(note))),
  ),
  'service.name': field(({ sop }) => SERVICE_NAMES[sop.service]),
  'service.name-lower': field(({ sop }) => SERVICE_NAMES[sop.service].toLocaleLowerCase('id')),
  'service.name-capitals': field(({ sop }) => SERVICE_NAMES[sop.service].toLocaleUpperCase('id')),
  'register.number': field(({ registerNumber }) => registerNumber),
  'register.received-on': field(({ receivedOn }) => letterDateOfIso(receivedOn)),
  'clerk.name': field(({ clerk }) => clerk),
  'receipt.number': field(({ receipt }) => receipt?.number ?? null),
  'receipt.date': field(({ receipt }) => mapped(receipt?.date, letterDateOfIso)),
  'notice.version': field(({ noticeVersion }) => mapped(noticeVersion?.toString(), (text) => text)),
  'sop.title': field(({ sop }) => sop.identity.title),
  'sop.number': field(({ sop }) => sop.identity.number),
  'letter.number': field(({ letterNumber }) => letterNumber),
  'letter.date': field(({ letterDate }) => mapped(letterDate, letterDateOfIso)),
  'letter.date-words': field(({ letterDate }) => mapped(letterDate, dateInWords)),
  'papers.held-count': field(({ papers }) => countInWords(papers.held.length)),
  'papers.missing-count': field(({ papers }) => countInWords(papers.missing.length)),
  'incoming.number': field(({ incomingLetter }) => incomingLetter?.number ?? null),
  'incoming.date': field(({ incomingLetter }) => mapped(incomingLetter?.date, letterDateOfIso)),
  'office.government': field(({ office }) => office.government.toLocaleUpperCase('id')),
  'office.name': field(({ office }) => lowerKopName(office.name)),
  'office.name-capitals': field(({ office }) => office.name.toLocaleUpperCase('id')),
  'office.unit': field(({ office }) => office.unit ?? null),
  'office.unit-capitals': field(({ office }) =>
    mapped(office.unit, (unit) => unit.toLocaleUpperCase('id')),
  ),
  /** How its head is addressed; the head's own position where the settings have it. */
  'office.head': field((sources) => headOf(sources)?.position || headTitle(sources.office)),
  'office.head-name': field((sources) => headOf(sources)?.name ?? null),
  'office.head-nip': field((sources) => mapped(headOf(sources)?.nip, formatNip)),
  'office.head-rank': field((sources) => headOf(sources)?.rank ?? null),
  'office.address': field(({ office }) => office.address),
  'office.postal-code': field(({ office }) => office.postalCode),
  'office.phone': field(({ office }) => office.phone),
  'office.email': field(({ office }) => office.email),
  'office.website': field(({ office }) => office.website),
  'office.place': field(({ office }) => office.place),
};

/** Placeholders every letter may name; those of officials come besides, one set per actor. */
export const LETTER_PLACEHOLDERS: readonly string[] = Object.keys(LETTER_FIELDS);

/** What a letter may print of an official: `official.office-head.name`. */
export const OFFICIAL_PARTS = ['name', 'nip', 'rank', 'position', 'title'] as const;
export type OfficialPart = (typeof OFFICIAL_PARTS)[number];

const OFFICIAL = /^official\.([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]+)$/;

/** The actor and the part a placeholder of an official names; null for any other. */
export function readOfficialPlaceholder(
  placeholder: string,
): { readonly actor: string; readonly part: OfficialPart } | null {
  const [, actor, named] = OFFICIAL.exec(placeholder) ?? [];
  const part = OFFICIAL_PARTS.find((one) => one === named);
  return actor === undefined || part === undefined ? null : { actor, part };
}

/** Whether a letter may name this field, whatever its value; officials by their pattern. */
export function isKnownPlaceholder(placeholder: string): boolean {
  return Object.hasOwn(LETTER_FIELDS, placeholder) || readOfficialPlaceholder(placeholder) !== null;
}

type Entry = readonly [placeholder: string, value: string | null];

/** Placeholders of an actor: who holds the official's place, the title falling back on the SOP. */
function officialEntries(
  { key, label }: Pick<Sop['actors'][number], 'key' | 'label'>,
  sources: LetterSources,
): readonly Entry[] {
  const official = officialOf(sources.office, key);
  const holder = official && holderOn(official, letterDay(sources));
  return namedEntries(key, holder, holder?.position || label);
}

function namedEntries(
  actor: string,
  named: NamedOfficial | undefined,
  title: string,
): readonly Entry[] {
  const prefix = `official.${actor}`;
  return [
    [`${prefix}.name`, named?.name ?? null],
    [`${prefix}.nip`, mapped(named?.nip, formatNip)],
    [`${prefix}.rank`, named?.rank ?? null],
    [`${prefix}.position`, named?.position ?? null],
    [`${prefix}.title`, title],
  ];
}

/** All values a template may name, as they read in a letter; pure. */
export function gatherLetterData(sources: LetterSources): LetterData {
  const fixed = Object.entries(LETTER_FIELDS).map(([placeholder, { toLetterText }]): Entry => [
    placeholder,
    toLetterText(sources),
  ]);
  const { sop, office } = sources;
  // Officials of the settings whom this SOP does not name can be printed all the same.
  const others = office.officials
    .filter(({ actor }) => !sop.actors.some(({ key }) => key === actor))
    .map(({ actor, position }) => ({ key: actor, label: position }));
  const officials = [...sop.actors, ...others].flatMap((actor) => officialEntries(actor, sources));
  return cleaned([...fixed, ...officials]);
}

/**
 * The same values as they read in a signature, where who acts for an official signs in his
 * place: the same placeholders are then the signer's name, NIP and rank, and all lines of
 * the position ("a.n. Kepala Dinas", "Sekretaris").
 */
export function gatherSignatureData(sources: LetterSources, data: LetterData): LetterData {
  const day = letterDay(sources);
  const acted = sources.office.officials.filter((official) => actingOn(official, day) !== null);
  const entries = acted.flatMap((official) => {
    const label = sources.sop.actors.find(({ key }) => key === official.actor)?.label;
    const title = official.actor === HEAD ? headTitle(sources.office) : label;
    const signer = signerOn(official, day, title ?? '');
    const named = namedEntries(official.actor, signer, signer.position);
    return official.actor === HEAD ? [...named, ...headEntries(signer)] : named;
  });
  return new Map([...data, ...cleaned(entries)]);
}

function headEntries({ name, nip, rank, position }: NamedOfficial): readonly Entry[] {
  return [
    ['office.head', position],
    ['office.head-name', name],
    ['office.head-nip', mapped(nip, formatNip)],
    ['office.head-rank', rank],
  ];
}

function cleaned(entries: readonly Entry[]): LetterData {
  return new Map(
    entries.map(([placeholder, value]) => [
      placeholder,
      value === null ? null : cleanLetterValue(value),
    ]),
  );
}
