import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import type { IncidentState } from '../../domain/incident/incident-state';
import type { OfficeProfile } from '../../domain/office/office-event';
import { useLive } from '../../store/use-live';
import type { Store } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { Select } from '../../ui/forms/select';
import { TextArea, TextField } from '../../ui/forms/text-field';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { letterErrorText } from '../shared/letter-error-text';
import { useLoket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useMay } from '../shared/use-permission';
import { IncidentFailureBanner } from './incident-failure-banner';
import {
  makeIncidentLetter,
  type IncidentLetterFailure,
  type IncidentLetterOrder,
} from './make-incident-letter';

interface LetterFormProps {
  readonly incident: IncidentState;
  readonly profile: OfficeProfile;
  readonly onMade: (letterId: string) => void;
}

/** Whom a notice may go to: the agency, everybody concerned, or the person of one request. */
interface Recipient {
  /** `agency`, `persons`, or the id of a request. */
  readonly id: string;
  readonly label: string;
  /** What stands after "Yth." before somebody changes it. */
  readonly addressee: string;
}

/** Addressee and number are typed: the program knows neither the agency nor the book. */
export function LetterForm({ incident, profile, onMade }: LetterFormProps) {
  const t = useMessages();
  const { store } = useLoket();
  const { why } = useMay('make-incident-letter');
  const recipients = useLive(() => recipientsOf(store, incident, t), [store, incident, t]) ?? [];
  const [chosen, setChosen] = useState('agency');
  const [typed, setTyped] = useState<string | null>(null);
  const [number, setNumber] = useState('');
  const { busy, failure, make } = useMaking(incident, profile, onMade);
  const recipient = recipients.find(({ id }) => id === chosen);
  const addressee = typed ?? recipient?.addressee ?? '';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make({ ...placeOf(chosen), addressee, number });
      }}
    >
      <MakingFailure failure={failure} />
      <Select
        name="letter.to"
        label={t('incident.letter.to')}
        placeholder={null}
        choices={recipients.map(({ id, label }) => ({ value: id, label }))}
        value={chosen}
        onChange={({ target }) => {
          setChosen(target.value);
          setTyped(null);
        }}
      />
      <TextArea
        rows={3}
        name="letter.addressee"
        label={t('incident.letter.addressee')}
        hint={t('incident.letter.addresseeHint')}
        value={addressee}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
      />
      <TextField
        optional
        name="letter.number"
        label={t('incident.letter.number')}
        value={number}
        onChange={({ target }) => {
          setNumber(target.value);
        }}
      />
      <Button type="submit" icon={FilePlus2} busy={busy} blocked={why} data-action="make-letter">
        {t('incident.letter.make')}
      </Button>
    </form>
  );
}

function placeOf(chosen: string): Pick<IncidentLetterOrder, 'to' | 'requestId'> {
  if (chosen === 'agency') return { to: 'agency', requestId: null };
  return { to: 'persons', requestId: chosen === 'persons' ? null : chosen };
}

async function recipientsOf(
  { requests }: Pick<Store, 'requests'>,
  { facts }: IncidentState,
  t: Translate,
): Promise<readonly Recipient[]> {
  const { affected } = facts;
  const ids = affected.kind === 'requests' ? affected.requestIds : [];
  const states = await Promise.all(ids.map((id) => requests.get(id)));
  return [
    // Which agency it is follows from the law and its rules: typed by whoever answers for it.
    { id: 'agency', label: t('incident.to.agency'), addressee: '' },
    {
      id: 'persons',
      label: t('incident.letter.everybody'),
      addressee: 'Pemilik data pada layanan Sertifikat Elektronik\ndi tempat',
    },
    ...states.flatMap((state) =>
      state === null
        ? []
        : [
            {
              id: state.id,
              label: `${state.registerNumber} · ${state.data.applicant.name}`,
              addressee: `Sdr. ${state.data.applicant.name}\n${state.data.applicant.unit}`,
            },
          ],
    ),
  ];
}

function useMaking(
  incident: IncidentState,
  profile: OfficeProfile,
  onMade: (letterId: string) => void,
) {
  const { store, host, letters, staff, now, newId } = useLoket();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<IncidentLetterFailure | null>(null);
  return {
    busy,
    failure,
    make: async (order: IncidentLetterOrder): Promise<void> => {
      if (busy || staff === null) return;
      if (order.addressee.trim() === '') {
        setFailure({ kind: 'incident-refused', refusal: { code: 'addressee-missing' } });
        return;
      }
      setBusy(true);
      setFailure(null);
      const desk = { store, host, letters, profile, by: staff, now, newId };
      const made = await thrownAsFailure(() => makeIncidentLetter(desk, incident, order));
      setBusy(false);
      if (made.ok) onMade(made.value);
      else setFailure(made.error);
    },
  };
}

function MakingFailure({ failure }: { readonly failure: IncidentLetterFailure | null }) {
  const t = useMessages();
  const locale = useLocale();
  if (failure === null) return null;
  switch (failure.kind) {
    case 'letter-refused':
      return (
        <Banner tone="bad" title={t('incident.letter.failed')}>
          {letterErrorText(locale, failure.error)}
        </Banner>
      );
    case 'file-not-stored':
      return <IncidentFailureBanner failure={{ kind: 'not-recorded', error: failure.error }} />;
    default:
      return <IncidentFailureBanner failure={failure} />;
  }
}
