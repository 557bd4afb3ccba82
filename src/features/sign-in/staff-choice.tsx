import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { Staff } from '../../domain/office/office-state';
import { Button } from '../../ui/controls/button';
import { RadioGroup } from '../../ui/forms/radio-group';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { LAST_STAFF } from './last-staff';
import styles from './sign-in.module.css';

interface StaffChoiceProps {
  readonly office: OfficeProfile;
  readonly staff: readonly Staff[];
}

/** Who sits at the desk: arrows choose, Enter goes in. */
export function StaffChoice({ office, staff }: StaffChoiceProps) {
  const t = useMessages();
  const { store, signIn } = useLoket();
  const form = useRef<HTMLFormElement>(null);
  const [last, setLast] = useState<string | null | undefined>(undefined);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);

  useEffect(() => {
    store.getDeviceFact(LAST_STAFF).then(setLast, () => {
      // Only a convenience: without it the clerk chooses from the list.
      setLast(null);
    });
  }, [store]);
  const known =
    staff.find(({ id }) => id === (chosen ?? last)) ?? (staff.length === 1 ? staff[0] : undefined);
  useEffect(() => {
    if (last === undefined) return;
    const boxes = form.current?.elements;
    const first = Array.from(boxes ?? []).filter((box) => box instanceof HTMLInputElement);
    (first.find((box) => box.checked) ?? first[0])?.focus();
  }, [last]);

  function enter(event: SyntheticEvent) {
    event.preventDefault();
    if (known === undefined) {
      setIsRefused(true);
      return;
    }
    void store.setDeviceFact(LAST_STAFF, known.id);
    signIn({ id: known.id, name: known.name });
  }

  return (
    <main className={styles.page}>
      <form ref={form} className={styles.card} onSubmit={enter}>
        <header>
          <p className={styles.office}>{office.name}</p>
          <h1 className={styles.title}>{t('signIn.title')}</h1>
        </header>
        <RadioGroup
          name="staff"
          label={t('signIn.choose')}
          choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
          value={known?.id ?? null}
          error={isRefused && known === undefined ? t('signIn.chooseFirst') : undefined}
          onChange={(event) => {
            setChosen(event.target.value);
          }}
        />
        <Button type="submit" variant="primary">
          {t('signIn.enter')}
        </Button>
      </form>
    </main>
  );
}
