import { useId } from 'react';
import { ROLES, orderedRoles, type Role } from '../../domain/office/roles';
import { Checkbox } from '../../ui/forms/radio-group';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './settings.module.css';

interface RoleFieldsProps {
  /** What the group is about, such as "Peran Contoh Satu". */
  readonly legend: string;
  readonly roles: readonly Role[];
  readonly onRoles: (roles: readonly Role[]) => void;
}

/** The roles of one account, each with what it may do. None ticked: it only reads. */
export function RoleFields({ legend, roles, onRoles }: RoleFieldsProps) {
  const t = useMessages();
  const group = useId();
  return (
    <fieldset className={styles.roles}>
      <legend>{legend}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          compact
          name="staff.role"
          id={`${group}-${role}`}
          value={role}
          label={t(`role.${role}`)}
          hint={t(`role.${role}.text`)}
          checked={roles.includes(role)}
          onChange={({ target }) => {
            const others = roles.filter((one) => one !== role);
            onRoles(orderedRoles(target.checked ? [...others, role] : others));
          }}
        />
      ))}
    </fieldset>
  );
}
