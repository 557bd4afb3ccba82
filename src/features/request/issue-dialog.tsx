import { useState } from 'react';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { Dialog } from '../../ui/feedback/dialog';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { letterTitle } from '../shared/sop-words';
import { choiceOf, NumberChoiceFields, useNumberPick } from './number-choice-fields';
import type { NumberChoice } from './take-number';
import { lackRemedy, lackText } from './letter-lacks';
import { letterLacks, type LetterLack } from './make-letters';
import type { OpenRequest } from './open-request';
import { RemedyLink, type RemedyLinkProps } from './remedy-link';
import styles from './request.module.css';
import { deskOf } from './use-request-work';

export interface IssueDialogProps {
  readonly open: Pick<OpenRequest, 'state' | 'sop'>;
  /** Letters to be numbered; none closes the dialog. */
  readonly letters: readonly string[];
  readonly onTab: RemedyLinkProps['onTab'];
  /** Those of them that lack nothing. */
  readonly onConfirm: (letters: readonly string[], choice: NumberChoice) => void;
  readonly onClose: () => void;
}

/** A letter that is asked for, and what it lacks. */
interface AskedLetter {
  readonly letter: string;
  readonly lacks: readonly LetterLack[];
}

/**
 * One question before letters take their numbers and become final. What any of them lacks is
 * said here, for all of them at once; those that lack nothing can be made without the others.
 */
export function IssueDialog(props: IssueDialogProps) {
  const { letters } = props;
  return letters.length === 0 ? null : <OpenIssueDialog key={letters.join(' ')} {...props} />;
}

function OpenIssueDialog(props: IssueDialogProps) {
  const t = useMessages();
  const [pick, setPick] = useNumberPick();
  const [isTried, setTried] = useState(false);
  const { letters, onConfirm, onClose } = props;
  const asked = useAsked(props);
  const ready = asked.flatMap(({ letter, lacks }) => (lacks.length === 0 ? [letter] : []));
  const isWhole = ready.length === letters.length;
  return (
    <Dialog
      open
      title={t('request.issue.title', { count: letters.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            data-action="confirm"
            data-initial-focus
            blocked={ready.length === 0 ? t('request.issue.noneReady') : undefined}
            onClick={() => {
              setTried(true);
              const choice = choiceOf(pick);
              if (choice !== null) onConfirm(ready, choice);
            }}
          >
            {isWhole || ready.length === 0
              ? t('request.issue.confirm')
              : t('request.issue.confirmReady', { count: ready.length })}
          </Button>
        </>
      }
    >
      {!isWhole && (
        <div className={styles.lacking}>
          <Lacking {...props} asked={asked} />
        </div>
      )}
      <ul className={styles.bullets}>
        {asked.map((one) => (
          <LetterEntry key={one.letter} asked={one} sop={props.open.sop} />
        ))}
      </ul>
      <NumberChoiceFields letters={letters} pick={pick} isTried={isTried} onPick={setPick} />
      <p>{t('request.issue.text')}</p>
    </Dialog>
  );
}

function useAsked({ open, letters }: IssueDialogProps): readonly AskedLetter[] {
  const desk = deskOf(useLoket());
  if (desk === null) return [];
  const { sop, state } = open;
  return letters.map((letter) => ({ letter, lacks: letterLacks(desk, sop, state, letter) }));
}

function LetterEntry({ asked, sop }: { readonly asked: AskedLetter } & Pick<OpenRequest, 'sop'>) {
  const locale = useLocale();
  const { letter, lacks } = asked;
  const title = letterTitle(letter);
  return (
    <li data-letter={letter} data-lacks={lacks.length}>
      {title}
      {lacks.length > 0 && (
        <ul className={styles.lacks}>
          {lacks.map((lack, index) => (
            <li key={index}>{lackText(lack, title, locale, sop)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** How many letters wait for something, with the ways to where it is put right. */
function Lacking({
  asked,
  open,
  onTab,
  onClose,
}: IssueDialogProps & { readonly asked: readonly AskedLetter[] }) {
  const t = useMessages();
  const lacks = asked.flatMap((one) => one.lacks);
  const remedies = new Set(lacks.map(lackRemedy));
  return (
    <Banner
      tone="warn"
      title={t('request.issue.lacking', {
        count: asked.filter((one) => one.lacks.length > 0).length,
      })}
      actions={
        // Whichever way is taken, the question is over.
        <span className={styles.buttons} onClick={onClose}>
          {[...remedies].map((remedy) => (
            <RemedyLink key={remedy} remedy={remedy} id={open.state.id} onTab={onTab} />
          ))}
        </span>
      }
    >
      {t('request.issue.lackingText')}
    </Banner>
  );
}
