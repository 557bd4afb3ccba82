import type { LetterNumberProblem } from '../numbering/letter-number';
import type { LetterProblem } from '../letters/check-letter-template';
import type { LetterTemplate } from '../letters/letter-template';
import type { SopProblem } from '../sop/check-sop';
import type { Notice, NoticeProblem } from '../privacy/notice';
import type { Sop } from '../sop/sop';
import type { OfficeProfile } from './office-event';
import type { Role } from './roles';

/** What a member of staff asks of the office's own facts. */
export type OfficeCommand =
  | { readonly command: 'configure-office'; readonly profile: OfficeProfile }
  | {
      readonly command: 'add-staff';
      readonly staffId: string;
      readonly name: string;
      readonly roles: readonly Role[];
    }
  | { readonly command: 'rename-staff'; readonly staffId: string; readonly name: string }
  | {
      readonly command: 'change-staff-roles';
      readonly staffId: string;
      readonly roles: readonly Role[];
    }
  | { readonly command: 'disable-staff'; readonly staffId: string; readonly reason: string }
  | { readonly command: 'publish-sop'; readonly sop: Sop }
  /** `version` is the one after those the author has seen. */
  | { readonly command: 'publish-notice'; readonly version: number; readonly notice: Notice }
  /** Takes the next number of the book for a letter still to be made. */
  | {
      readonly command: 'reserve-letter-number';
      readonly reservationId: string;
      /** Date yyyy-mm-dd of the letter it is for. */
      readonly date: string;
      readonly purpose: string;
    }
  | {
      readonly command: 'return-letter-number';
      readonly reservationId: string;
      readonly reason: string;
    }
  /** The number stands on a paper that belongs to no request. */
  | {
      readonly command: 'spend-letter-number';
      readonly reservationId: string;
      readonly use: string;
    }
  /** `version` is the one after those the author has seen of this paper; `note` may be blank. */
  | {
      readonly command: 'publish-letter-template';
      readonly version: number;
      readonly template: LetterTemplate;
      readonly note: string;
    }
  | {
      readonly command: 'reset-letter-template';
      readonly letter: string;
      readonly version: number;
      readonly note: string;
    };

export type OfficeCommandName = OfficeCommand['command'];

/** The author may not do it; nothing was recorded. */
export type PermissionRefusal =
  /** Any one of these roles would do; none where only the program records such a thing. */
  | { readonly code: 'not-permitted'; readonly needs: readonly Role[] }
  /** The account is disabled, or nobody here knows it. */
  | { readonly code: 'account-inactive' }
  /** People decide it, never the program. */
  | { readonly code: 'person-needed' };

/** Why a settings command was refused. */
export type OfficeRefusal =
  | PermissionRefusal
  | { readonly code: 'profile-incomplete'; readonly fields: readonly string[] }
  | { readonly code: 'staff-name-missing' }
  | { readonly code: 'staff-name-taken' }
  | { readonly code: 'staff-unknown' }
  | { readonly code: 'reason-missing' }
  /** Somebody active must be left who may change the settings. */
  | { readonly code: 'last-administrator' }
  /** The id belongs to an SOP that came with the program. */
  | { readonly code: 'sop-is-preset' }
  /** Another version was published meanwhile. */
  | { readonly code: 'sop-version-taken'; readonly next: number }
  | { readonly code: 'sop-refused'; readonly problems: readonly SopProblem[] }
  | { readonly code: 'notice-refused'; readonly problems: readonly NoticeProblem[] }
  /** Another version was published meanwhile. */
  | { readonly code: 'notice-version-taken'; readonly next: number }
  | { readonly code: 'number-purpose-missing' }
  | { readonly code: 'number-date-wrong' }
  | { readonly code: 'number-pattern-refused'; readonly problem: LetterNumberProblem }
  | { readonly code: 'number-unknown' }
  /** A letter took it, it was used elsewhere, or given back before. */
  | { readonly code: 'number-not-free'; readonly number: string }
  /** The program has no such paper. */
  | { readonly code: 'letter-template-unknown'; readonly letter: string }
  | { readonly code: 'letter-template-refused'; readonly problems: readonly LetterProblem[] }
  /** The paper's text was changed meanwhile. */
  | { readonly code: 'letter-template-version-taken'; readonly next: number };
