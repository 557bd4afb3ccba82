import { useState } from 'react';
import type { NumberReservation } from '../../domain/numbering/number-reservation';
import type { OfficeCommand } from '../../domain/office/office-command';
import { Button } from '../../ui/controls/button';
import { KeyValueList } from '../../ui/data/key-value-list';
import { Dialog } from '../../ui/feedback/dialog';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { formatDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import type { BookLine } from './book-lines';

type Asked = 'return' | 'spend' | null;
type ReservationLine = Extract<BookLine, { kind: 'reservation' }>;

export interface NumberFateProps {
  /** The number that was opened; undefined closes the dialog. */
  readonly line: BookLine | undefined;
  readonly onCommand: (command: OfficeCommand) => Promise<void>;
  readonly onClose: () => void;
}

/** A number set aside: what it is for, and what becomes of it. */
export function NumberFate({ line, onCommand, onClose }: NumberFateProps) {
  return line?.kind === 'reservation' ? (
    <OpenNumber key={line.key} line={line} onCommand={onCommand} onClose={onClose} />
  ) : null;
}

function OpenNumber({ line, onCommand, onClose }: OpenNumberProps) {
  const [asked, setAsked] = useState<Asked>(null);
  const { reservation } = line;
  return asked === null ? (
    <NumberDialog line={line} onAsk={setAsked} onClose={onClose} />
  ) : (
    <FateQuestion asked={asked} reservation={reservation} onCommand={onCommand} onClose={onClose} />
  );
}

interface OpenNumberProps extends Omit<NumberFateProps, 'line'> {
  readonly line: ReservationLine;
}

/** Why it goes back, or what it was used for. */
function FateQuestion(props: {
  readonly asked: Exclude<Asked, null>;
  readonly reservation: NumberReservation;
  readonly onCommand: NumberFateProps['onCommand'];
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const { asked, reservation, onCommand, onClose } = props;
  const { id: reservationId, number } = reservation;
  return (
    <ReasonDialog
      open
      title={t(`letterDesk.fate.${asked}Title`, { number })}
      description={t(`letterDesk.fate.${asked}Text`)}
      reasonLabel={t(`letterDesk.fate.${asked}Label`)}
      confirmLabel={t(`letterDesk.fate.${asked}`)}
      onClose={onClose}
      onConfirm={(words) => {
        void onCommand(
          asked === 'return'
            ? { command: 'return-letter-number', reservationId, reason: words }
            : { command: 'spend-letter-number', reservationId, use: words },
        );
      }}
    />
  );
}

function NumberDialog(props: {
  readonly line: ReservationLine;
  readonly onAsk: (asked: Asked) => void;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const context = useTimeContext();
  const { why } = useMay('return-letter-number');
  const { line, onAsk, onClose } = props;
  const { reservation, isFree } = line;
  const { number, date, purpose, reservedBy, status, note } = reservation;
  const ask = (asked: Asked) => () => {
    onAsk(asked);
  };
  return (
    <Dialog
      open
      title={number}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.close')}</Button>
          {isFree && status === 'reserved' && (
            <Button blocked={why} data-action="return-number" onClick={ask('return')}>
              {t('letterDesk.fate.return')}
            </Button>
          )}
          {isFree && (
            <Button blocked={why} data-action="spend-number" onClick={ask('spend')}>
              {t('letterDesk.fate.spend')}
            </Button>
          )}
        </>
      }
    >
      <KeyValueList
        entries={[
          { key: 'purpose', label: t('letterDesk.reserve.purpose'), value: purpose },
          { key: 'date', label: t('letterDesk.reserve.date'), value: formatDate(date, context) },
          { key: 'by', label: t('letterDesk.fate.by'), value: reservedBy },
          ...(note === null
            ? []
            : [{ key: 'note', label: t('letterDesk.fate.note'), value: note }]),
        ]}
      />
      {isFree && <p>{t('letterDesk.fate.free')}</p>}
    </Dialog>
  );
}
