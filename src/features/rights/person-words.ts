import type { DataLine, DoneLine, FileLine } from '../../documents/person-report';
import {
  staffCode,
  type CopiedFile,
  type Held,
  type HeldRequest,
  type PersonCopy,
} from '../../domain/privacy/person-copy';
import type { Sop, SopReference } from '../../domain/sop/sop';
import { translate, type MessageKey } from '../../messages/catalogue';
import { groupNik, groupNip, groupSerial } from '../../ui/format/numbers';
import { formatDate, formatDateTime } from '../../ui/format/date-time';
import { correctionChanges, type FieldChange } from '../request/correction-changes';
import { describeEvent } from '../request/describe-event';
import { documentLabel, letterTitle, serviceLabel } from '../shared/sop-words';
import { trailWords } from '../trail/trail-words';

type FindSop = (reference: SopReference) => Sop | undefined;

/** What only concerns the superior stays out of the words as out of the data. */
const OF_THE_SUPERIOR = ['superior.nip', 'superior.rank'];

/** The readable half of a copy, in the words of the office; papers are always Indonesian. */
export function personLines(
  held: Held,
  copy: PersonCopy,
  { findSop, timeZone }: { readonly findSop: FindSop; readonly timeZone: string },
): {
  readonly data: readonly DataLine[];
  readonly files: readonly FileLine[];
  readonly events: readonly DoneLine[];
  readonly notes: readonly DoneLine[];
} {
  const requestOf = new Map(held.requests.map(({ state }) => [state.id, state]));
  return {
    data: held.requests.flatMap((request) =>
      dataLines(request, findSop(request.state.sop), timeZone),
    ),
    files: copy.requests.flatMap(({ registerNumber, sop, files }) =>
      files.map((file) => fileLine(registerNumber, file, findSop(sop))),
    ),
    events: held.requests.flatMap((request) => eventLines(request, findSop(request.state.sop))),
    notes: held.notes.map((event) => {
      const state = requestOf.get(event.subject ?? '');
      const subject = state
        ? { id: state.id, registerNumber: state.registerNumber, sop: state.sop }
        : null;
      const speech = { locale: 'id', findSop, staffName: codeOf } as const;
      const { title, details } = trailWords({ key: '', sequence: 0, event, subject }, speech);
      return {
        at: event.at,
        registerNumber: state?.registerNumber ?? '—',
        by: staffCode(event.by),
        what: [title, ...details].join(' · '),
      };
    }),
  };
}

function codeOf(id: string): string {
  return staffCode({ id, name: '' });
}

function dataLines(
  { state }: HeldRequest,
  sop: Sop | undefined,
  timeZone: string,
): readonly DataLine[] {
  const { registerNumber, data } = state;
  const { applicant, superior, certificate, reason } = data;
  const context = { locale: 'id', timeZone } as const;
  const personnel = translate('id', `intake.personnel.${applicant.personnel}`);
  const because = sop?.reasons.find(({ key }) => key === reason.key)?.label ?? reason.key;
  const notAfter = certificate.notAfter === null ? null : formatDate(certificate.notAfter, context);
  const boss = superior && [superior.name, superior.position].filter(Boolean).join(', ');
  const facts: readonly (readonly [MessageKey, string | null])[] = [
    ['intake.label.sop', serviceLabel(state.service, 'id')],
    ['field.arrivedAt', formatDateTime(state.arrivedAt, context)],
    ['intake.label.name', applicant.name],
    ['intake.label.nik', groupNik(applicant.nik)],
    ['intake.label.personnel', personnel],
    ['intake.label.nip', applicant.nip && groupNip(applicant.nip)],
    ['intake.label.rank', applicant.rank],
    ['intake.label.position', applicant.position],
    ['intake.label.unit', applicant.unit],
    ['intake.label.email', applicant.email],
    ['intake.label.phone', applicant.phone],
    ['intake.section.superior', boss],
    ['intake.label.subjectDn', certificate.subjectDn],
    [
      'intake.label.serialNumber',
      certificate.serialNumber && groupSerial(certificate.serialNumber),
    ],
    ['intake.label.notAfter', notAfter],
    ['intake.label.reason', because],
    ['intake.label.note', reason.note],
  ];
  return facts.flatMap(([key, text]) =>
    text === null || text === ''
      ? []
      : [{ registerNumber, label: translate('id', key as 'intake.label.name'), text }],
  );
}

function fileLine(
  registerNumber: string,
  { kind, key, number, state, path }: CopiedFile,
  sop: Sop | undefined,
): FileLine {
  const name = kind === 'letter' ? letterTitle(key) : otherName(kind, key, sop);
  const what = number === null ? name : `${name}, ${number}`;
  return { registerNumber, what, state: translate('id', `rights.file.${state}`), path };
}

function otherName(kind: CopiedFile['kind'], key: string, sop: Sop | undefined): string {
  return kind === 'certificate'
    ? translate('id', 'certificate.title')
    : documentLabel(sop, key, 'id');
}

function eventLines({ state, events }: HeldRequest, sop: Sop | undefined): readonly DoneLine[] {
  const changes = withoutSuperior(correctionChanges(events));
  return events.map((event) => {
    const { title, details } = describeEvent(event, { locale: 'id', sop, events, changes });
    return {
      at: event.at,
      registerNumber: state.registerNumber,
      by: staffCode(event.by),
      what: [title, ...details].join(' · '),
    };
  });
}

function withoutSuperior(
  changes: ReadonlyMap<string, readonly FieldChange[]>,
): ReadonlyMap<string, readonly FieldChange[]> {
  return new Map(
    [...changes].map(([id, list]) => [
      id,
      list.filter(({ field }) => !OF_THE_SUPERIOR.includes(field)),
    ]),
  );
}
