import { PenLine } from 'lucide-react';
import {
  openSigning,
  signingsOf,
  signingStanding,
  type LetterSigning,
} from '../../domain/request/letter-signing';
import { Button } from '../../ui/controls/button';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import type { OpenRequest } from '../request/open-request';
import type { FinalLetter } from '../request/print-letters';
import { signerLabel } from '../shared/signing-words';
import { useMay } from '../shared/use-permission';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { missesSigner } from './letters-to-sign';
import { OpenSigningPanel } from './open-signing-panel';
import { isSignable } from './signers';
import styles from './signing.module.css';
import { useIsUnderWay } from './under-way';

export interface LetterSignaturesProps {
  readonly open: OpenRequest;
  readonly letter: FinalLetter;
  /** SHA-256 of the version in the preview; null where another letter is there. */
  readonly shown: string | null;
  readonly onShow: (sha256: string) => void;
  /** Opens the dialog of signing. */
  readonly onSign: () => void;
}

/** The signatures of a final letter, what of them waits or is in doubt, and the next one. */
export function LetterSignatures({ open, letter, shown, onShow, onSign }: LetterSignaturesProps) {
  const t = useMessages();
  const { why } = useMay('begin-signing');
  const isUnderWay = useIsUnderWay(letter.id);
  const { state } = open;
  const pending = openSigning(state, letter.id);
  const done = signingsOf(state, letter.id).filter((one) =>
    ['signed', 'on-paper'].includes(signingStanding(one)),
  );
  const mayBegin =
    state.status === 'open' &&
    !letter.superseded &&
    isSignable(letter.letter) &&
    pending === null &&
    missesSigner(state, letter.id, letter.letter);
  if (isUnderWay) {
    return (
      <p role="status" className={styles.faint}>
        {t('signing.underWay')}
      </p>
    );
  }
  return (
    <div className={styles.signatures}>
      {done.map((signing) => (
        <SignatureLine key={signing.id} {...{ signing, letter, shown, onShow }} />
      ))}
      {pending !== null && <OpenSigningPanel {...{ open, letter, signing: pending, onSign }} />}
      {mayBegin && (
        <div className={styles.buttons}>
          <Button
            size="small"
            icon={PenLine}
            data-sign={letter.letter}
            blocked={why}
            onClick={onSign}
          >
            {t('signing.open')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface SignatureLineProps extends Pick<LetterSignaturesProps, 'letter' | 'shown' | 'onShow'> {
  readonly signing: LetterSigning;
}

/** Who signed, when and how, with the version that came of it. */
function SignatureLine({ signing, letter, shown, onShow }: SignatureLineProps) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const { actor, name, way, endedAt } = signing;
  const version = letter.versions.find(({ signingId }) => signingId === signing.id);
  const isOnPaper = signingStanding(signing) === 'on-paper';
  const when = endedAt === null ? '' : formatTimeOrDay(endedAt, now, context);
  return (
    <div className={styles.signature} data-signature={way}>
      <StatusBadge tone="good" label={t(isOnPaper ? 'signing.onPaper' : 'signing.signed')} />
      <span>{t('signing.line', { name, role: signerLabel(actor, t), when })}</span>
      <span className={styles.faint}>
        {isOnPaper ? t('signing.paper.noSignature') : t(`signing.way.${way}`)}
      </span>
      {version !== undefined && letter.versions.length > 2 && (
        <Button
          size="small"
          variant="plain"
          aria-pressed={shown === version.file.sha256}
          onClick={() => {
            onShow(version.file.sha256);
          }}
        >
          {t('signing.showVersion')}
        </Button>
      )}
    </div>
  );
}
