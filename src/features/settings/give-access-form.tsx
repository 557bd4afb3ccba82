import { useState } from 'react';
import type { Staff } from '../../domain/office/office-state';
import { Button } from '../../ui/controls/button';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import {
  AccessFields,
  accessEntryProblem,
  EMPTY_ACCESS,
  type AccessEntryProblem,
} from './access-fields';
import { InlineForm } from './inline-form';
import styles from './settings.module.css';
import type { GiveAccess } from './use-give-access';

interface GiveAccessFormProps {
  readonly one: Staff;
  readonly giveAccess: GiveAccess;
  readonly onEnd: () => void;
}

/** A new first passphrase for somebody who has none or forgot it; the one before opens nothing. */
export function GiveAccessForm({ one, giveAccess, onEnd }: GiveAccessFormProps) {
  const t = useMessages();
  const toast = useToast();
  const [entry, setEntry] = useState(EMPTY_ACCESS);
  const [problem, setProblem] = useState<AccessEntryProblem | null>(null);
  const [busy, setBusy] = useState(false);

  function submit() {
    const found = accessEntryProblem(entry, [one.name]);
    setProblem(found);
    if (found !== null || busy) return;
    setBusy(true);
    void giveAccess(one.id, entry).then((isDone) => {
      setBusy(false);
      if (!isDone) return;
      toast({ text: t('settings.access.given', { name: one.name }) });
      onEnd();
    });
  }

  return (
    <InlineForm className={styles.newStaff} onSubmit={submit} onEnd={onEnd}>
      <p>{t('settings.access.giveTo', { name: one.name })}</p>
      <AccessFields entry={entry} problem={problem} onEntry={setEntry} />
      <div className={styles.deeds}>
        <Button type="submit" variant="primary" busy={busy} data-action="save-access">
          {t('settings.access.save')}
        </Button>
        <Button variant="plain" onClick={onEnd}>
          {t('ui.cancel')}
        </Button>
      </div>
    </InlineForm>
  );
}
