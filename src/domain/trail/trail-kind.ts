import type { TrailAction } from './trail-event';

/** What the list of the trail is filtered by. */
export const trailKinds = [
  'change',
  'settings',
  'retention',
  'incident',
  'view',
  'print',
  'export',
  'search',
  'access',
  'system',
] as const;
export type TrailKind = (typeof trailKinds)[number];

const kindsOfActions = {
  'view-request': 'view',
  'view-file': 'view',
  'view-history': 'view',
  'view-person': 'view',
  'view-trail': 'view',
  'view-incident': 'view',
  'check-signature': 'view',
  'reveal-nik': 'view',
  print: 'print',
  export: 'export',
  import: 'system',
  search: 'search',
  'sign-in': 'access',
  'sign-in-failed': 'access',
  'sign-out': 'access',
  lock: 'access',
  'passphrase-changed': 'access',
  'access-given': 'access',
  'recovery-used': 'access',
  'recovery-renewed': 'access',
  'token-changed': 'access',
  'authority-imported': 'settings',
  'authority-removed': 'settings',
  'backup-run': 'system',
  'backup-failed': 'system',
  'restore-run': 'system',
  'key-rotated': 'system',
  'trail-checked': 'system',
  'trail-broken': 'system',
  'journal-returned': 'system',
} as const satisfies Readonly<Record<TrailAction, TrailKind>>;

/** The kind of a note; an action this version does not know counts as the system's. */
export function kindOfAction(action: string): TrailKind {
  return isKnownAction(action) ? kindsOfActions[action] : 'system';
}

/** Whether this version has words for an action. */
export function isKnownAction(action: string): action is TrailAction {
  return Object.hasOwn(kindsOfActions, action);
}
