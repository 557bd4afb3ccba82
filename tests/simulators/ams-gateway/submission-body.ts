import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().min(1);

/** The body of `PUT /v1/submissions/{id}`; unknown fields are ignored. */
export const submissionBodySchema = z.object({
  id: z.uuid(),
  revision: z.number().int().min(1),
  replaces: z.uuid().nullable(),
  office: z.object({ code: text, name: text, desk: text }),
  service: z.enum(['revocation', 'renewal', 'passphrase-reset', 'issuance']),
  sop: z.object({ id: text, version: z.number().int().min(1) }),
  applicant: z.object({
    name: text,
    nik: z.string().regex(/^\d{16}$/),
    nip: z
      .string()
      .regex(/^\d{18}$/)
      .nullable(),
    personnel: z.enum(['pns', 'pppk', 'non-asn']),
    position: text,
    unit: text,
    email: z.email(),
    phone: z.string().regex(/^628\d{6,12}$/),
  }),
  certificate: z.object({
    subjectDn: text.nullable(),
    serialNumber: z
      .string()
      .regex(/^[0-9A-Fa-f]+$/)
      .nullable(),
    notAfter: text.nullable(),
  }),
  reason: z.object({ key: text, label: text, note: z.string().nullable() }),
  letters: z.array(z.object({ number: text, date: text, kind: text, file: sha256 })),
  files: z.array(
    z.object({
      sha256,
      name: text,
      mediaType: text,
      size: z.number().int().min(0),
      document: text,
    }),
  ),
  createdAt: z.iso.datetime(),
  queuedAt: z.iso.datetime(),
});
export type SubmissionBody = z.infer<typeof submissionBodySchema>;

/** The `errors` of a 422: where, as a JSON pointer, and what. */
export function pointersOf(error: z.ZodError): { pointer: string; detail: string }[] {
  return error.issues.map((issue) => ({
    pointer: `/${issue.path.map(String).join('/')}`,
    detail: issue.message,
  }));
}

/** SHA-256 of every file a submission names, each once. */
export function filesNamedBy(body: SubmissionBody): readonly string[] {
  return [
    ...new Set([
      ...body.files.map((file) => file.sha256),
      ...body.letters.map((letter) => letter.file),
    ]),
  ];
}
