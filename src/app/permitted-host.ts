import type { Host } from '../contract';
import { fail, type Result } from '../contract/result';
import type { Action } from '../domain/office/permissions';

/**
 * What the shell does for whoever asks, since roles are sealed records it cannot read, and the
 * action of the table that each needs. Screens get their host from here, so that one that
 * forgets to ask cannot do it either.
 */
export const DEEDS = {
  backup: {
    setTarget: 'manage-backup',
    suggestTargets: 'manage-backup',
    listSnapshots: 'manage-backup',
    runNow: 'manage-backup',
    rehearse: 'manage-backup',
    restore: 'manage-backup',
  },
  keys: { setSecret: 'manage-gateway' },
  /** Whom the office trusts decides what its checks are worth. */
  pki: { importAuthority: 'manage-authorities', removeAuthority: 'manage-authorities' },
  printing: { print: 'confirm-print' },
  returns: { setFolder: 'configure-office' },
  vault: {
    addMember: 'manage-staff',
    removeMember: 'manage-staff',
    renewRecoveryKey: 'rotate-keys',
    rotate: 'rotate-keys',
    eraseSubjects: 'destroy-records',
  },
} as const satisfies {
  readonly [Name in keyof Host]?: { readonly [Verb in keyof Host[Name]]?: Action };
};

/** The host with the verbs of `DEEDS` refused (`not-permitted`) to who may not use them. */
export function permittedHost(host: Host, may: (action: Action) => boolean): Host {
  return {
    ...host,
    backup: { ...host.backup, ...guarded(host.backup, DEEDS.backup, may) },
    keys: { ...host.keys, ...guarded(host.keys, DEEDS.keys, may) },
    pki: { ...host.pki, ...guarded(host.pki, DEEDS.pki, may) },
    printing: { ...host.printing, ...guarded(host.printing, DEEDS.printing, may) },
    returns: { ...host.returns, ...guarded(host.returns, DEEDS.returns, may) },
    vault: { ...host.vault, ...guarded(host.vault, DEEDS.vault, may) },
  };
}

/** Those verbs of a service that need an action, each asking before it goes to the shell. */
function guarded<Service extends object, Verb extends keyof Service & string>(
  service: Service,
  deeds: Readonly<Record<Verb, Action>>,
  may: (action: Action) => boolean,
): Pick<Service, Verb> {
  const verbs = Object.entries<Action>(deeds).map(([verb, action]) => [
    verb,
    (input: unknown): Promise<Result<unknown>> =>
      may(action)
        ? (service[verb as Verb] as (input: unknown) => Promise<Result<unknown>>)(input)
        : Promise.resolve(fail({ kind: 'not-permitted', detail: action })),
  ]);
  return Object.fromEntries(verbs) as Pick<Service, Verb>;
}
