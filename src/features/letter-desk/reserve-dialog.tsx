import { useState, type SyntheticEvent } from 'react';
import { localDate } from '../../domain/numbering/local-date';
import type { OfficeCommand } from '../../domain/office/office-command';
import type { OfficeProfile } from '../../domain/office/office-event';
import { Button } from '../../ui/controls/button';
import { Stack } from '../../ui/data/section';
import { Dialog } from '../../ui/feedback/dialog';
import { DateField } from '../../ui/forms/date-field';
import { TextField } from '../../ui/forms/text-field';
import { parseTypedDate } from '../../ui/format/typed-date';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';

const formId = 'reserve-number';

export interface ReserveDialogProps {
  readonly profile: OfficeProfile;
  readonly onReserve: (command: OfficeCommand) => Promise<void>;
  readonly onClose: () => void;
}

/** Sets the next number of the book aside: for which letter, and of which day. */
export function ReserveDialog({ profile, onReserve, onClose }: ReserveDialogProps) {
  const t = useMessages();
  const { now, newId } = useLoket();
  const [purpose, setPurpose] = useState('');
  const [date, setDate] = useState(() => localDate(now(), profile.timeZone).isoDate);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const day = parseTypedDate(date);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (purpose.trim() === '' || day === null || busy) {
      document
        .getElementById(purpose.trim() === '' ? `${formId}-purpose` : `${formId}-date`)
        ?.focus();
      return;
    }
    setBusy(true);
    await onReserve({
      command: 'reserve-letter-number',
      reservationId: newId(),
      date: day,
      purpose: purpose.trim(),
    });
    setBusy(false);
  };
  return (
    <Dialog
      open
      title={t('letterDesk.reserve.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            kbd="↵"
            busy={busy}
            data-action="confirm"
          >
            {t('letterDesk.reserve.confirm')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)}>
        <ReserveFields {...{ purpose, setPurpose, date, setDate, tried }} />
      </form>
    </Dialog>
  );
}

function ReserveFields(props: {
  readonly purpose: string;
  readonly setPurpose: (purpose: string) => void;
  readonly date: string;
  readonly setDate: (date: string) => void;
  readonly tried: boolean;
}) {
  const t = useMessages();
  const { purpose, date, tried } = props;
  const isBlank = tried && purpose.trim() === '';
  const isNoDay = tried && parseTypedDate(date) === null;
  return (
    <Stack>
      <p>{t('letterDesk.reserve.text')}</p>
      <TextField
        data-initial-focus
        id={`${formId}-purpose`}
        label={t('letterDesk.reserve.purpose')}
        hint={t('letterDesk.reserve.purposeHint')}
        error={isBlank ? t('letterDesk.reserve.purposeMissing') : undefined}
        value={purpose}
        onChange={(event) => {
          props.setPurpose(event.target.value);
        }}
      />
      <DateField
        id={`${formId}-date`}
        label={t('letterDesk.reserve.date')}
        error={isNoDay ? t('number.dateMissing') : undefined}
        value={date}
        onValueChange={props.setDate}
      />
    </Stack>
  );
}
