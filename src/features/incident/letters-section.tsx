import { useState } from 'react';
import type { IncidentLetter, IncidentState } from '../../domain/incident/incident-state';
import type { OfficeProfile } from '../../domain/office/office-event';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { IncidentPaper } from './incident-paper';
import styles from './incident.module.css';
import { LetterForm } from './letter-form';

interface LettersSectionProps {
  readonly incident: IncidentState;
  readonly profile: OfficeProfile;
}

/** The notices on paper: made from what is known now, kept as they were made. */
export function LettersSection({ incident, profile }: LettersSectionProps) {
  const t = useMessages();
  const [shown, setShown] = useState<string | null>(null);
  const letter = incident.letters.find(({ id }) => id === shown);
  return (
    <Section title={t('incident.letters')} description={t('incident.letters.text')}>
      <Stack>
        <ul className={styles.lines}>
          {incident.letters.toReversed().map((one) => (
            <LetterLine
              key={one.id}
              letter={one}
              onShow={() => {
                setShown(one.id === shown ? null : one.id);
              }}
            />
          ))}
        </ul>
        {letter !== undefined && <IncidentPaper key={letter.id} letter={letter} />}
        {incident.closed === null && (
          <LetterForm incident={incident} profile={profile} onMade={setShown} />
        )}
      </Stack>
    </Section>
  );
}

interface LetterLineProps {
  readonly letter: IncidentLetter;
  readonly onShow: () => void;
}

function LetterLine({ letter, onShow }: LetterLineProps) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const { to, addressee, madeAt } = letter;
  const [first = ''] = addressee.split('\n');
  return (
    <li data-letter={letter.id} data-to={to}>
      <span>
        {t(`incident.to.${to}`)} · {first} · {formatTimeOrDay(madeAt, now, context)}
      </span>
      <Button size="small" onClick={onShow}>
        {t('incident.letter.show')}
      </Button>
    </li>
  );
}
