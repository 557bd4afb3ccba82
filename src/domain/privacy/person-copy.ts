import { z } from 'zod';
import { SYSTEM_AUTHOR, type Author } from '../event';
import type { RequestData } from '../request/request-data';
import type { RequestEvent } from '../request/request-event';
import type { RequestState } from '../request/request-state';
import type { TrailEvent } from '../trail/trail-event';
import { storedPapers, type StoredPaper } from './stored-papers';

/** Name and version of `data.json`; its fields are told in docs/person-rights.md. */
export const PERSON_COPY_FORMAT = 'loket-se/salinan-data-pribadi/1';

/** The superior as the copy names him: his NIP and rank are his own, not the person's. */
const namedSuperiorSchema = z.object({ name: z.string(), position: z.string() });

const copiedDataSchema = z.object({
  applicant: z.object({
    name: z.string(),
    nik: z.string(),
    personnel: z.string(),
    nip: z.string().nullable(),
    rank: z.string().nullable(),
    position: z.string(),
    unit: z.string(),
    email: z.string(),
    phone: z.string(),
  }),
  superior: namedSuperiorSchema.nullable(),
  certificate: z.object({
    subjectDn: z.string().nullable(),
    serialNumber: z.string().nullable(),
    notAfter: z.string().nullable(),
  }),
  reason: z.object({ key: z.string().nullable(), note: z.string().nullable() }),
});
type CopiedData = z.infer<typeof copiedDataSchema>;

const copiedFileSchema = z.object({
  /** Path in the ZIP; null where the bytes cannot be read any more. */
  path: z.string().nullable(),
  kind: z.enum(['paper', 'letter', 'submission', 'certificate']),
  /** Key of the document or letter in the SOP. */
  key: z.string(),
  originalName: z.string().nullable(),
  number: z.string().nullable(),
  recordedAt: z.string(),
  state: z.enum(['current', 'superseded', 'removed', 'draft']),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
});
export type CopiedFile = z.infer<typeof copiedFileSchema>;

const doneSchema = z.object({
  /** RFC 3339 UTC. */
  at: z.string(),
  /** Code of a member of staff, or `program`. */
  by: z.string(),
  desk: z.string(),
});

export const personCopySchema = z.object({
  format: z.literal(PERSON_COPY_FORMAT),
  /** UUID of the copy; its file's name and the notes in the trail carry it. */
  id: z.uuid(),
  madeAt: z.string(),
  madeBy: z.string(),
  reason: z.string(),
  office: z.object({ government: z.string(), name: z.string(), address: z.string() }),
  person: z.object({ nik: z.string(), names: z.array(z.string()), nips: z.array(z.string()) }),
  requests: z.array(
    z.object({
      id: z.string(),
      registerNumber: z.string(),
      service: z.string(),
      sop: z.object({ id: z.string(), version: z.number() }),
      arrivedAt: z.string(),
      status: z.enum(['open', 'completed', 'cancelled']),
      step: z.string().nullable(),
      /** The data as they stand; earlier ones are in the events that recorded them. */
      data: copiedDataSchema,
      files: z.array(copiedFileSchema),
      events: z.array(
        doneSchema.extend({ type: z.string(), facts: z.record(z.string(), z.unknown()) }),
      ),
    }),
  ),
  /** Who looked at, printed and saved what of these requests. */
  trail: z.array(
    doneSchema.extend({
      action: z.string(),
      requestId: z.string(),
      details: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type PersonCopy = z.infer<typeof personCopySchema>;

/** One request with everything that is held of it. */
export interface HeldRequest {
  readonly state: RequestState;
  /** Oldest first. */
  readonly events: readonly RequestEvent[];
}

/** What is held on a person, as it was gathered. */
export interface Held {
  readonly nik: string;
  /** Latest arrival first. */
  readonly requests: readonly HeldRequest[];
  /** Notes about these requests, oldest first. */
  readonly notes: readonly TrailEvent[];
}

export interface CopyFacts extends Pick<PersonCopy, 'id' | 'madeAt' | 'reason' | 'office'> {
  readonly madeBy: Author;
  /** Where each stored file lies in the ZIP, by its address; absent where it is lost. */
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * The copy a person gets (UU 27/2022 articles 7, 13 and 32): everything held on him, in which
 * staff are codes and the superior is no more than name and position (article 33). Pure.
 */
export function personCopy(held: Held, facts: CopyFacts): PersonCopy {
  const { id, madeAt, madeBy, reason, office, paths } = facts;
  const applicants = held.requests.flatMap(({ events }) => events.flatMap(applicantOf));
  return {
    format: PERSON_COPY_FORMAT,
    id,
    madeAt,
    madeBy: staffCode(madeBy),
    reason,
    office,
    person: {
      nik: held.nik,
      names: unique(applicants.map(({ name }) => name)),
      nips: unique(applicants.flatMap(({ nip }) => nip ?? [])),
    },
    requests: held.requests.map((request) => copiedRequest(request, paths)),
    trail: held.notes.map(copiedNote),
  };
}

/** A member of staff as the copy names one: the office can tell who it is, nobody else. */
export function staffCode({ id }: Author): string {
  return id === SYSTEM_AUTHOR.id ? 'program' : `petugas-${id.slice(-6)}`;
}

/** Every stored file of what is held, each address once. */
export function heldFiles({ requests }: Held): readonly (StoredPaper & {
  readonly registerNumber: string;
})[] {
  const all = requests.flatMap(({ state, events }) =>
    storedPapers(state, events).map((paper) => ({
      ...paper,
      registerNumber: state.registerNumber,
    })),
  );
  return [...new Map(all.map((paper) => [paper.file.address, paper])).values()];
}

function copiedRequest(
  { state, events }: HeldRequest,
  paths: ReadonlyMap<string, string>,
): PersonCopy['requests'][number] {
  const { id, registerNumber, service, sop, arrivedAt, status, step } = state;
  return {
    id,
    registerNumber,
    service,
    sop: { id: sop.id, version: sop.version },
    arrivedAt,
    status,
    step,
    data: copiedData(state.data),
    files: storedPapers(state, events).map(({ file, ...paper }) => ({
      path: paths.get(file.address) ?? null,
      ...paper,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.sha256,
    })),
    events: events.map(copiedEvent),
  };
}

/** Data without what is only the superior's. */
function copiedData({ applicant, superior, certificate, reason }: RequestData): CopiedData {
  return {
    applicant,
    superior: superior && { name: superior.name, position: superior.position },
    certificate,
    reason,
  };
}

/** What an envelope says is told in words of its own; files and frozen bodies repeat the data. */
const NOT_FACTS = ['id', 'stream', 'at', 'clockOffsetMs', 'by', 'desk', 'counter', 'type'];
const REPEATED = ['file', 'files', 'body', 'data'];

function copiedEvent(event: RequestEvent): PersonCopy['requests'][number]['events'][number] {
  const { at, by, desk, type } = event;
  const facts = Object.entries(event).filter(
    ([name]) => !NOT_FACTS.includes(name) && !REPEATED.includes(name),
  );
  const data = 'data' in event ? { data: copiedData(event.data) } : {};
  return { at, by: staffCode(by), desk, type, facts: { ...Object.fromEntries(facts), ...data } };
}

function copiedNote({
  at,
  by,
  desk,
  action,
  subject,
  details,
}: TrailEvent): PersonCopy['trail'][number] {
  const { staffId, ...rest } = details;
  const about = staffId === undefined ? {} : { staff: staffCode({ id: staffId, name: '' }) };
  return {
    at,
    by: staffCode(by),
    desk,
    action,
    requestId: subject ?? '',
    details: { ...rest, ...about },
  };
}

function applicantOf(event: RequestEvent): readonly RequestData['applicant'][] {
  return 'data' in event ? [event.data.applicant] : [];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
