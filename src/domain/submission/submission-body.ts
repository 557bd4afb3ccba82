import { z } from 'zod';
import type { OfficeProfile } from '../office/office-event';
import { requiredDocuments, validLetter } from '../sop/progress';
import type { Sop } from '../sop/sop';
import type { QueuedFile, RequestFile } from '../request/request-event';
import type { Letter, RequestState } from '../request/request-state';

/** The body of `PUT /v1/submissions/{id}` (resources/contracts/ams-gateway.openapi.yaml). */
export const submissionBodySchema = z.object({
  id: z.uuid(),
  revision: z.number().int().positive(),
  replaces: z.uuid().nullable(),
  office: z.object({ code: z.string(), name: z.string(), desk: z.string() }),
  service: z.enum(['revocation', 'renewal', 'passphrase-reset', 'issuance']),
  sop: z.object({ id: z.string(), version: z.number() }),
  applicant: z.object({
    name: z.string(),
    nik: z.string(),
    nip: z.string().nullable(),
    personnel: z.enum(['pns', 'pppk', 'non-asn']),
    position: z.string(),
    unit: z.string(),
    email: z.string(),
    phone: z.string(),
  }),
  certificate: z.object({
    subjectDn: z.string().nullable(),
    serialNumber: z.string().nullable(),
    notAfter: z.string().nullable(),
  }),
  reason: z.object({ key: z.string(), label: z.string(), note: z.string().nullable() }).nullable(),
  letters: z.array(
    z.object({ number: z.string(), date: z.string(), kind: z.string(), file: z.string() }),
  ),
  files: z.array(
    z.object({
      sha256: z.string(),
      name: z.string(),
      mediaType: z.string(),
      size: z.number(),
      document: z.string(),
    }),
  ),
  createdAt: z.string(),
  queuedAt: z.string(),
});
export type SubmissionBody = z.infer<typeof submissionBodySchema>;

export interface SubmissionSources {
  readonly sop: Sop;
  readonly state: RequestState;
  readonly office: OfficeProfile;
  readonly submissionId: string;
  readonly revision: number;
  readonly replaces: string | null;
  /** RFC 3339 UTC. */
  readonly queuedAt: string;
}

/**
 * The files a submission carries: every attached paper, and the issued letters that make a
 * document the submit steps ask for. Papers for the office alone (the disposition sheet)
 * stay here. Each content is named once, even when it serves two documents.
 */
export function submissionFiles(sop: Sop, state: RequestState): readonly QueuedFile[] {
  const attached = state.attachments
    .filter(({ superseded }) => !superseded)
    .map(({ document, file }) => queuedFile(document, file));
  const lettered = sentLetters(sop, state).map(({ document, letter }) =>
    queuedFile(document, letter.file),
  );
  const all = [...lettered, ...attached];
  return all.filter(
    (file, index) => all.findIndex(({ sha256 }) => sha256 === file.sha256) === index,
  );
}

/** The frozen body as data; the caller turns it to text once and never again. */
export function buildSubmissionBody(sources: SubmissionSources): SubmissionBody {
  const { sop, state, office } = sources;
  const { applicant, certificate, reason } = state.data;
  const named = sop.reasons.find(({ key }) => key === reason.key);
  return {
    id: sources.submissionId,
    revision: sources.revision,
    replaces: sources.replaces,
    office: { code: office.code, name: office.name, desk: office.desk },
    service: sop.service,
    sop: { id: sop.id, version: sop.version },
    applicant: {
      name: applicant.name,
      nik: applicant.nik,
      nip: applicant.nip,
      personnel: applicant.personnel,
      position: applicant.position,
      unit: applicant.unit,
      email: applicant.email,
      phone: applicant.phone,
    },
    certificate,
    reason: named ? { key: named.key, label: named.label, note: reason.note } : null,
    letters: sentLetters(sop, state).map(({ letter }) => ({
      number: letter.number,
      date: letter.date,
      kind: letter.letter,
      file: letter.file.sha256,
    })),
    files: submissionFiles(sop, state).map(({ sha256, name, mediaType, size, document }) => ({
      sha256,
      name,
      mediaType,
      size,
      document,
    })),
    createdAt: state.arrivedAt,
    queuedAt: sources.queuedAt,
  };
}

function sentLetters(
  sop: Sop,
  state: RequestState,
): readonly {
  readonly document: string;
  readonly letter: Extract<Letter, { status: 'issued' }>;
}[] {
  const reason = state.data.reason.key;
  const asked = new Set(
    sop.steps
      .filter(({ kind }) => kind === 'submit')
      .flatMap((step) => requiredDocuments(step, reason)),
  );
  return sop.documents
    .filter(({ key, madeByLetter }) => asked.has(key) && madeByLetter !== undefined)
    .flatMap(({ key, madeByLetter }) => {
      const letter = validLetter(state, madeByLetter);
      return letter ? [{ document: key, letter }] : [];
    });
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

function queuedFile(document: string, file: RequestFile): QueuedFile {
  const extension = EXTENSIONS[file.mediaType] ?? 'bin';
  return { ...file, document, name: `${document}-${file.sha256.slice(0, 8)}.${extension}` };
}
