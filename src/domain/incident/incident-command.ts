import type { PermissionRefusal } from '../office/office-command';
import type { IncidentEvent, IncidentFacts, NoticeTo } from './incident-event';

type OfEvent<Type extends IncidentEvent['type']> = Extract<IncidentEvent, { type: Type }>;

/** What a member of staff records about a failure of the protection of data. */
export type IncidentCommand =
  | {
      readonly command: 'report-incident';
      readonly incidentId: string;
      readonly facts: IncidentFacts;
    }
  | {
      readonly command: 'revise-incident';
      readonly incidentId: string;
      readonly facts: IncidentFacts;
    }
  | ({
      readonly command: 'make-incident-letter';
      readonly incidentId: string;
    } & Pick<
      OfEvent<'incident-letter-made'>,
      'letterId' | 'to' | 'requestId' | 'addressee' | 'file'
    >)
  | {
      readonly command: 'notify-incident';
      readonly incidentId: string;
      readonly to: NoticeTo;
      /** RFC 3339; normalised to UTC when recorded. */
      readonly givenAt: string;
      readonly how: string;
    }
  | {
      readonly command: 'close-incident';
      readonly incidentId: string;
      readonly conclusion: string;
      readonly withoutNotice: string | null;
    };

export type IncidentCommandName = IncidentCommand['command'];

/** Why it was refused; nothing was recorded. */
export type IncidentRefusal =
  | PermissionRefusal
  | { readonly code: 'incident-exists' }
  | { readonly code: 'incident-unknown' }
  | { readonly code: 'incident-closed' }
  /** What article 46 asks for is missing, or a text is too long; fields by name. */
  | { readonly code: 'incident-incomplete'; readonly fields: readonly (keyof IncidentFacts)[] }
  | { readonly code: 'incident-time-invalid' }
  | { readonly code: 'incident-time-ahead' }
  /** It was reported before the moment it is now said to have become known. */
  | { readonly code: 'known-after-report' }
  /** Somebody was told of it before the moment it is now said to have become known. */
  | { readonly code: 'known-after-notice' }
  /** A notice cannot have been given before the incident was known. */
  | { readonly code: 'notice-too-early' }
  | { readonly code: 'notice-given-already' }
  | { readonly code: 'notice-way-missing' }
  | { readonly code: 'addressee-missing' }
  | { readonly code: 'conclusion-missing' }
  /** A notice is owed: it is given first, or the reason why it is not owed is written. */
  | { readonly code: 'notices-owed'; readonly to: readonly NoticeTo[] };
