import type { LetterContent } from '../domain/letters/letter-content';
import type { LetterOptions } from './letter-options';
import type { LetterResult } from './letter-result';

/** What the page and its letters worker say to each other. */
export interface LetterRequest {
  readonly id: number;
  readonly content: LetterContent;
  readonly options: LetterOptions;
}

export interface LetterReply {
  readonly id: number;
  readonly result: LetterResult;
}
