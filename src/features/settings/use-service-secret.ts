import { useEffect, useState } from 'react';
import type { SecretName } from '../../contract/keys';
import type { ServiceError } from '../../contract/result';
import { useLoket } from '../shared/loket-context';
import { useTrail } from '../shared/use-trail';

/** What the shell says of a credential it keeps: never the credential itself. */
export interface KeptSecret {
  readonly present: boolean;
  readonly origin: string | null;
}

export interface ServiceSecret {
  readonly kept: KeptSecret | null;
  readonly failure: ServiceError | null;
  readonly busy: boolean;
  readonly keep: (value: string, done: () => void) => void;
  readonly forget: () => void;
}

/** A service's credential in the shell: written once, bound to the origin, told of when it changed. */
export function useServiceSecret(
  name: SecretName,
  origin: string | null,
  onChanged: (to: 'os-keychain' | 'vault' | 'forgotten') => void,
): ServiceSecret {
  const { host } = useLoket();
  const trail = useTrail();
  const [kept, setKept] = useState<KeptSecret | null>(null);
  const [failure, setFailure] = useState<ServiceError | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void host.keys.describeSecret({ name }).then((described) => {
      if (described.ok) setKept(described.value);
      else setFailure(described.error);
    });
  }, [host, name]);

  async function set(value: string | null, done: () => void): Promise<void> {
    if (origin === null) return;
    setBusy(true);
    const result = await host.keys.setSecret({ name, origin, value });
    setBusy(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    void trail.seen({ action: 'token-changed', subject: null });
    done();
    setKept({ present: value !== null, origin: value === null ? null : origin });
    onChanged(value === null ? 'forgotten' : result.value.protection);
  }

  return {
    kept,
    failure,
    busy,
    keep: (value, done) => void set(value, done),
    forget: () => void set(null, () => undefined),
  };
}
