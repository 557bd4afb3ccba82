import { useState, type SyntheticEvent } from 'react';
import type { Role } from '../../domain/office/roles';
import { Button } from '../../ui/controls/button';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import {
  AccessFields,
  accessEntryProblem,
  EMPTY_ACCESS,
  type AccessEntry,
  type AccessEntryProblem,
} from './access-fields';
import { RoleFields } from './role-fields';
import styles from './settings.module.css';

/** What is asked of a new member of staff; the passphrase is replaced at the first sign-in. */
export interface StaffEntry extends AccessEntry {
  readonly name: string;
  readonly roles: readonly Role[];
}

interface StaffFormProps {
  /** Why nobody can be added now, in words; undefined when it can be done. */
  readonly blocked: string | undefined;
  /** True when it was recorded: the form is empty again. Else what was typed stays. */
  readonly onAdd: (entry: StaffEntry) => Promise<boolean>;
}

/** Most new accounts sit at the counter. */
const EMPTY: StaffEntry = { ...EMPTY_ACCESS, name: '', roles: ['front-desk'] };

/** Somebody new: name, roles, and a first way in. */
export function StaffForm({ blocked, onAdd }: StaffFormProps) {
  const t = useMessages();
  const [entry, setEntry] = useState(EMPTY);
  const [isAdding, setIsAdding] = useState(false);
  const [problem, setProblem] = useState<AccessEntryProblem | null>(null);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (blocked !== undefined || isAdding) return;
    const found = accessEntryProblem(entry, [entry.name]);
    setProblem(found);
    if (found !== null) return;
    setIsAdding(true);
    void onAdd(entry).then((isDone) => {
      setIsAdding(false);
      if (isDone) setEntry(EMPTY);
    });
  }

  return (
    <form className={styles.newStaff} onSubmit={submit}>
      <fieldset className={styles.fields} disabled={blocked !== undefined}>
        <TextField
          name="staff.name"
          label={t('settings.staff.name')}
          value={entry.name}
          onChange={(event) => {
            setEntry({ ...entry, name: event.target.value });
          }}
        />
        <AccessFields
          entry={entry}
          problem={problem}
          onEntry={(access) => {
            setEntry({ ...entry, ...access });
          }}
        />
        <RoleFields
          legend={t('settings.staff.rolesNew')}
          roles={entry.roles}
          onRoles={(roles) => {
            setEntry({ ...entry, roles });
          }}
        />
      </fieldset>
      <Button type="submit" busy={isAdding} blocked={blocked} data-action="add-staff">
        {t('settings.staff.add')}
      </Button>
    </form>
  );
}
