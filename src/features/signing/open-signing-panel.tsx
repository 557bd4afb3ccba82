import { useState } from 'react';
import { signingStanding, type LetterSigning } from '../../domain/request/letter-signing';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { FileDrop } from '../../ui/forms/file-drop';
import { Select } from '../../ui/forms/select';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import type { OpenRequest } from '../request/open-request';
import type { FinalLetter } from '../request/print-letters';
import { documentLabel } from '../shared/sop-words';
import { unknownWords } from '../shared/signing-words';
import { useMay } from '../shared/use-permission';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { dropNowhere } from './drop-nowhere';
import { RewrittenDialog } from './rewritten-dialog';
import { ReturnProblem } from './return-problem';
import styles from './signing.module.css';
import { useReturn, type Return } from './use-return';
import { WatchedFolder } from './watched-folder';

export interface OpenSigningPanelProps {
  readonly open: OpenRequest;
  readonly letter: FinalLetter;
  readonly signing: LetterSigning;
  readonly onSign: () => void;
}

/** A signing nobody knows the end of, or that has not come back: what a person can do about it. */
export function OpenSigningPanel(props: OpenSigningPanelProps) {
  const { signing } = props;
  const task = useReturn(props);
  const isUnknown = signingStanding(signing) === 'unknown';
  return (
    <div
      className={styles.panel}
      data-open-signing={isUnknown ? 'unknown' : signing.way}
      onDrop={dropNowhere}
    >
      {isUnknown ? <UnknownWords signing={signing} /> : <WaitingWords signing={signing} />}
      <ReturnProblem problem={task.problem} />
      {signing.way === 'paper' && !isUnknown ? (
        <LinkScan open={props.open} task={task} />
      ) : (
        <TakeBack signing={signing} isUnknown={isUnknown} task={task} />
      )}
      {signing.way === 'external' && !isUnknown && (
        <WatchedFolder letter={props.letter} task={task} />
      )}
      <Decisions isUnknown={isUnknown} task={task} onSign={props.onSign} />
      <RewrittenDialog
        file={task.rewritten}
        onConfirm={task.acceptRewritten}
        onClose={task.dropRewritten}
      />
    </div>
  );
}

function UnknownWords({ signing }: Pick<OpenSigningPanelProps, 'signing'>) {
  const t = useMessages();
  const locale = useLocale();
  const { outcome, name } = signing;
  const code = outcome?.kind === 'unknown' ? outcome.code : 'broken-off';
  return (
    <Banner tone="bad" title={t('signing.open.unknown', { name })}>
      {unknownWords(code, locale)} {t('signing.open.unknownText')}
    </Banner>
  );
}

function WaitingWords({ signing }: Pick<OpenSigningPanelProps, 'signing'>) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const { name, begunAt, way } = signing;
  const when = formatTimeOrDay(begunAt, now, context);
  const key = way === 'paper' ? 'signing.open.paper' : 'signing.open.external';
  return (
    <Banner tone="info" title={t(key, { name, when })}>
      {t(way === 'paper' ? 'signing.open.paperText' : 'signing.open.externalText')}
    </Banner>
  );
}

interface TakeBackProps {
  readonly signing: LetterSigning;
  readonly isUnknown: boolean;
  readonly task: Return;
}

function TakeBack({ signing, isUnknown, task }: TakeBackProps) {
  const t = useMessages();
  const { outcome } = signing;
  const unknown = outcome?.kind === 'unknown' ? outcome : null;
  return (
    <>
      {(task.canDownload || (unknown?.file ?? null) !== null) && (
        <div className={styles.buttons}>
          {task.canDownload && (
            <Button
              size="small"
              busy={task.busy}
              data-action="esc-download"
              onClick={task.download}
            >
              {t('signing.download')}
            </Button>
          )}
          {unknown !== null && unknown.file !== null && (
            <Button size="small" busy={task.busy} data-action="check-kept" onClick={task.checkKept}>
              {t('signing.checkKept')}
            </Button>
          )}
        </div>
      )}
      <FileDrop
        id={`take-back-${signing.id}`}
        label={t(isUnknown ? 'signing.takeBack.found' : 'signing.takeBack')}
        hint={t('signing.takeBack.hint')}
        accept="application/pdf"
        busy={task.busy}
        onFiles={([file]) => {
          if (file !== undefined) task.take(file);
        }}
      />
    </>
  );
}

/** The scan is a paper of the request: attached first, linked here. */
function LinkScan({ open, task }: { readonly open: OpenRequest; readonly task: Return }) {
  const t = useMessages();
  const locale = useLocale();
  const papers = open.state.attachments.filter(({ superseded }) => !superseded);
  const [chosen, setChosen] = useState('');
  if (papers.length === 0) return <p className={styles.faint}>{t('signing.scan.none')}</p>;
  return (
    <div className={styles.pair}>
      <Select
        name="signing.scan"
        label={t('signing.scan')}
        value={chosen}
        choices={papers.map(({ id, document, originalName }) => ({
          value: id,
          label: `${documentLabel(open.sop, document, locale)} · ${originalName}`,
        }))}
        onChange={({ target }) => {
          setChosen(target.value);
        }}
      />
      <div className={styles.buttons}>
        <Button
          size="small"
          busy={task.busy}
          data-action="link-scan"
          blocked={chosen === '' ? t('signing.scan.choose') : undefined}
          onClick={() => {
            task.linkScan(chosen);
          }}
        >
          {t('signing.scan.link')}
        </Button>
      </div>
    </div>
  );
}

/** What only a person decides, each with a reason that is recorded with the name. */
function Decisions(props: {
  readonly isUnknown: boolean;
  readonly task: Return;
  readonly onSign: () => void;
}) {
  const t = useMessages();
  const { isUnknown, task, onSign } = props;
  const { why } = useMay('reconcile-signing');
  const [asked, setAsked] = useState<'sign-again' | 'given-up' | null>(null);
  return (
    <div className={styles.buttons}>
      {isUnknown && (
        <Button
          size="small"
          blocked={why}
          busy={task.busy}
          data-action="sign-again"
          onClick={() => {
            setAsked('sign-again');
          }}
        >
          {t('signing.again')}
        </Button>
      )}
      <Button
        size="small"
        variant="plain"
        blocked={why}
        busy={task.busy}
        data-action="give-up"
        onClick={() => {
          setAsked('given-up');
        }}
      >
        {t('signing.giveUp')}
      </Button>
      <ReasonDialog
        open={asked !== null}
        title={t(asked === 'sign-again' ? 'signing.again.title' : 'signing.giveUp.title')}
        description={t(asked === 'sign-again' ? 'signing.again.text' : 'signing.giveUp.text')}
        confirmLabel={t(asked === 'sign-again' ? 'signing.again' : 'signing.giveUp')}
        onClose={() => {
          setAsked(null);
        }}
        onConfirm={(reason) => {
          setAsked(null);
          if (asked === 'sign-again') void task.signAgain(reason).then((done) => done && onSign());
          else task.giveUp(reason);
        }}
      />
    </div>
  );
}
