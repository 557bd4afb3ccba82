import { Eye } from 'lucide-react';
import { useState } from 'react';
import { cleanNik } from '../../domain/identifiers/nik';
import { Button } from '../../ui/controls/button';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { MaskedNik } from '../shared/nik-value';
import { useTrail } from '../shared/use-trail';
import { EntryField } from './entry-field';
import { formFields } from './form-fields';
import { nikFacts } from './identifier-facts';
import { useIntakeScreen } from './intake-screen';
import styles from './intake.module.css';

/**
 * The NIK as it is typed. In a correction the recorded one is masked until somebody asks for
 * the field, which the trail notes; left unchanged, it is masked again.
 */
export function NikEntry() {
  const t = useMessages();
  const locale = useLocale();
  const { values, yearNow, request, wordsOf } = useIntakeScreen();
  const { seen } = useTrail();
  const [isAsked, setIsAsked] = useState(false);
  const { nik } = values.applicant;
  const isRecorded = request !== null && cleanNik(nik) === request.data.applicant.nik;
  // What is wrong with it must be seen to be mended.
  if (isRecorded && !isAsked && wordsOf('applicant.nik').error === undefined) {
    return (
      <ClosedNik
        nik={nik}
        onOpen={() => {
          void seen({ action: 'reveal-nik', subject: request.id });
          setIsAsked(true);
        }}
      />
    );
  }
  return (
    <div
      onBlur={() => {
        setIsAsked(false);
      }}
    >
      <EntryField
        path="applicant.nik"
        inputMode="numeric"
        autoFocus={isRecorded && isAsked}
        facts={nikFacts(nik, yearNow, { t, locale })}
      />
    </div>
  );
}

function ClosedNik({ nik, onOpen }: { readonly nik: string; readonly onOpen: () => void }) {
  const t = useMessages();
  return (
    <div className={styles.closedNik}>
      <span className={styles.closedLabel}>{t(formFields['applicant.nik'])}</span>
      <span className={styles.closedValue}>
        <MaskedNik nik={nik} />
        <Button
          size="small"
          icon={Eye}
          data-action="edit-nik"
          title={t('nik.revealHint')}
          onClick={onOpen}
        >
          {t('nik.edit')}
        </Button>
      </span>
    </div>
  );
}
