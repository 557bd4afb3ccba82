import type { PermissionRefusal } from '../office/office-command';
import type { Action } from '../office/permissions';
import type { RequestFile } from '../request/request-event';
import type { RetentionSchedule } from './retention-event';

/** What a member of staff asks of schedule, holds and destructions. */
export type RetentionCommand =
  | { readonly command: 'set-schedule'; readonly schedule: RetentionSchedule }
  | { readonly command: 'hold-records'; readonly requestId: string; readonly reason: string }
  | { readonly command: 'release-records'; readonly requestId: string; readonly reason: string }
  | {
      readonly command: 'propose-destruction';
      readonly destructionId: string;
      readonly requestIds: readonly string[];
    }
  | {
      readonly command: 'withdraw-destruction';
      readonly destructionId: string;
      readonly reason: string;
    }
  /** The bytes of the berita acara lie in the file store by now. */
  | {
      readonly command: 'keep-report';
      readonly destructionId: string;
      readonly file: RequestFile;
    }
  | {
      readonly command: 'destroy-records';
      readonly destructionId: string;
      readonly reportNumber: string;
      /** yyyy-mm-dd. */
      readonly reportDate: string;
    };
export type RetentionCommandName = RetentionCommand['command'];

/** The row of the permission table each command falls under. */
export const RETENTION_ACTIONS = {
  'set-schedule': 'configure-office',
  'hold-records': 'hold-records',
  'release-records': 'destroy-records',
  'propose-destruction': 'destroy-records',
  'withdraw-destruction': 'destroy-records',
  'keep-report': 'destroy-records',
  'destroy-records': 'destroy-records',
} as const satisfies Record<RetentionCommandName, Action>;

/** Why a request cannot be destroyed now. */
export type Hindrance =
  /** Nobody recorded it, or it was destroyed already. */
  | 'unknown'
  | 'open'
  /** No rule for its service. */
  | 'unset'
  | 'running'
  /** Its fate is another one. */
  | 'fate'
  | 'held'
  /** On another list already. */
  | 'proposed'
  /** A newer version of the program wrote to it. */
  | 'newer-version';

/** Why a retention command was refused; nothing was recorded. */
export type RetentionRefusal =
  | PermissionRefusal
  | { readonly code: 'basis-missing' }
  /** Two rules for a service, years out of range, or none at all together. */
  | { readonly code: 'rule-invalid'; readonly service: string }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'request-unknown' }
  | { readonly code: 'not-held' }
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'too-many'; readonly most: number }
  | {
      readonly code: 'not-destroyable';
      readonly found: readonly { readonly registerNumber: string; readonly why: Hindrance }[];
    }
  | { readonly code: 'destruction-unknown' }
  | { readonly code: 'report-missing' }
  | { readonly code: 'report-number-missing' }
  | { readonly code: 'report-date-invalid' }
  /** The day on the berita acara has not come, or lies before its list was made. */
  | { readonly code: 'report-date-ahead' }
  | { readonly code: 'report-date-early' };
