import type { PermissionRefusal } from '../../domain/office/office-command';
import { authorityOf, permissionRefusal, type Action } from '../../domain/office/permissions';
import { useLocale } from '../../ui/messages/use-messages';
import { useLoket } from './loket-context';
import { permissionText } from './role-words';

/** Whether who sits at the desk may do something, by the domain's table. */
export interface Permission {
  readonly may: boolean;
  /** Which roles may, as a sentence for a button's title or a line; undefined where they may. */
  readonly why: string | undefined;
  /** The same as data; null where they may. */
  readonly refusal: PermissionRefusal | null;
}

/** Of what needs nobody's permission, such as looking on. */
export const PERMITTED: Permission = { may: true, why: undefined, refusal: null };

/** Asks the table for whoever sits at the desk now; several actions mean all of them at once. */
export function usePermission(): (...actions: readonly Action[]) => Permission {
  const { office, staff } = useLoket();
  const locale = useLocale();
  return (...actions) => {
    const refusal =
      staff === null
        ? ({ code: 'account-inactive' } as const)
        : permissionRefusal(authorityOf(office, staff), actions);
    const why = refusal === null ? undefined : permissionText(refusal, locale);
    return { may: refusal === null, why, refusal };
  };
}

/** Whether who sits at the desk may do all of these; see `usePermission`. */
export function useMay(...actions: readonly Action[]): Permission {
  return usePermission()(...actions);
}
