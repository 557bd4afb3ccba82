/** The requests an order can be for; `any` stands for all of them. */
export type EscRoute =
  | 'v1-sign'
  | 'v1-download'
  | 'v1-verify'
  | 'v1-status'
  | 'v2-sign'
  | 'v2-totp'
  | 'v2-status'
  | 'v2-chain'
  | 'v2-verify'
  | 'v2-seal-activation'
  | 'v2-seal-revoke'
  | 'v2-seal-totp'
  | 'v2-seal'
  | 'other';

/** How the simulator misbehaves. "Processed": the request took effect as usual first. */
export type EscMisbehaviour =
  /** Not processed; any answer instead. */
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Not processed, the connection cut after so many bytes of the body. */
  | { readonly kind: 'reset-request'; readonly afterBytes: number }
  /** Silence on an open connection, the request processed or not. */
  | { readonly kind: 'stall'; readonly processed: boolean }
  /** Processed; cut instead of an answer, or in the middle of it. */
  | { readonly kind: 'lose-reply' }
  | { readonly kind: 'cut-answer' }
  /** Processed; one byte at a time. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** Processed; the answer under another type. */
  | { readonly kind: 'other-type'; readonly contentType: string }
  /** Processed; the file in the answer is something else. */
  | { readonly kind: 'other-file'; readonly text: string };

export interface EscOrder {
  readonly route: EscRoute | 'any';
  /** For so many matching requests; once unless told. */
  readonly times?: number;
  readonly how: EscMisbehaviour;
}

/** How this server writes what the facts page has seen in several forms. */
export interface EscManners {
  /** `id_dokumen` or `id-dokumen`. */
  idHeader: string;
  /** `misspelt`: `timestampInfomation`, `signatureAlgoritm`, as the service writes them. */
  spelling: 'misspelt' | 'right';
  /** `+00:00`, `+0000`. */
  zone: string;
  /** Version 1's refusals: the code in its field, or at the end of the text. */
  refusals: 'field' | 'text';
  /** Version 1's verdict: `VALID`, or the older `DOCUMENT VALID !!!`. */
  summary: 'new' | 'old';
}

export const usualManners: EscManners = {
  idHeader: 'id_dokumen',
  spelling: 'misspelt',
  zone: '+00:00',
  refusals: 'field',
  summary: 'new',
};
