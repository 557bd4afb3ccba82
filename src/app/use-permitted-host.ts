import { useMemo } from 'react';
import type { Host } from '../contract';
import type { Author } from '../domain/event';
import type { OfficeState } from '../domain/office/office-state';
import { authorityOf, permissionRefusal, type Authority } from '../domain/office/permissions';
import { permittedHost } from './permitted-host';

/** The host of whoever sits at the desk; the same object until what they may changes. */
export function usePermittedHost(
  host: Host,
  office: OfficeState | undefined,
  staff: Author | null,
): Host {
  const isKnown = office !== undefined && staff !== null;
  const standing = JSON.stringify(isKnown ? authorityOf(office, staff) : null);
  return useMemo(() => {
    const authority = JSON.parse(standing) as Authority | null;
    return permittedHost(
      host,
      (action) => authority !== null && permissionRefusal(authority, [action]) === null,
    );
  }, [host, standing]);
}
