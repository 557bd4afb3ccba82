import type { Result } from '../contract/result';
import type { LetterContent } from '../domain/letters/letter-content';
import type { LetterError } from '../domain/letters/letter-error';
import type { LetterOptions } from './letter-options';

/** What the page and its letters worker say to each other. */
export interface LetterRequest {
  readonly id: number;
  readonly content: LetterContent;
  readonly options: LetterOptions;
}

export interface LetterReply {
  readonly id: number;
  readonly result: Result<Uint8Array, LetterError>;
}
