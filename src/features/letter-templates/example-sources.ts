import type { LetterOffice, LetterSources } from '../../domain/letters/letter-data';
import { readOfficialPlaceholder } from '../../domain/letters/letter-data';
import { readLetterMarks } from '../../domain/letters/letter-markup';
import type { LetterTemplate } from '../../domain/letters/letter-template';
import { letterTexts } from '../../domain/letters/letter-texts';
import type { Official, OfficeProfile } from '../../domain/office/office-event';
import type { Sop } from '../../domain/sop/sop';

/** Plainly nobody: previews are made of these, never of a person's data. */
const APPLICANT = {
  name: 'Contoh Satu, S.Kom.',
  nik: '3299010101850001',
  personnel: 'pns',
  nip: '198501012010011001',
  rank: 'Penata, III/c',
  position: 'Pranata Komputer',
  unit: 'Dinas Contoh',
  email: 'contoh.satu@contoh.go.id',
  phone: '6281200000000',
} as const;

const SUPERIOR = {
  name: 'Contoh Atasan, M.Si.',
  nip: '197203031998031003',
  rank: 'Pembina, IV/a',
  position: 'Kepala Dinas Contoh',
} as const;

/** Stands for what the office has not said in its settings yet. */
const OFFICE = {
  address: 'Jalan Contoh Nomor 1',
  postalCode: '40000',
  phone: '(022) 555-0100',
  email: 'kantor@contoh.go.id',
  website: 'contoh.go.id',
  place: 'Contoh',
} as const;

/** Of the paper's QR code: no letter has it. */
const LETTER_ID = '00000000-0000-7000-8000-000000000000';

/** The SOP an example of the paper is made for: one whose step makes it, else one it is offered for. */
export function exampleSop(template: LetterTemplate, sops: readonly Sop[]): Sop | undefined {
  const steps = template.sopSteps.map(({ sop }) => sop);
  const services = template.offeredFor.map(({ service }) => service);
  return (
    sops.find(({ steps: all }) => all.some(({ letters }) => letters.includes(template.key))) ??
    sops.find(({ id }) => steps.includes(id)) ??
    sops.find(({ service }) => services.includes(service)) ??
    sops[0]
  );
}

/** The reason an example begins with: one the paper is offered for, else the SOP's first. */
export function exampleReason({ offeredFor }: LetterTemplate, { reasons }: Sop): string | null {
  const asked = offeredFor.flatMap((offer) => offer.reasons ?? []);
  return (reasons.find(({ key }) => asked.includes(key)) ?? reasons[0])?.key ?? null;
}

export interface ExampleContext {
  readonly profile: OfficeProfile;
  readonly sop: Sop;
  /** Key of a reason of the SOP; null for none. */
  readonly reason: string | null;
  /** Date yyyy-mm-dd. */
  readonly today: string;
  /** Name of who looks. */
  readonly clerk: string;
}

/** A made-up request with everything a paper may ask for, under the office's own head; pure. */
export function exampleSources(template: LetterTemplate, context: ExampleContext): LetterSources {
  const { sop, reason, today, clerk } = context;
  const year = today.slice(0, 4);
  const number = `000/042/CONTOH/${year}`;
  const labels = sop.documents.map(({ label }) => label);
  const half = Math.ceil(labels.length / 2);
  return {
    data: {
      applicant: APPLICANT,
      superior: SUPERIOR,
      certificate: {
        subjectDn: 'CN=Contoh Satu,C=ID',
        serialNumber: '0000c0ffee0000000000000000000000',
        notAfter: `${Number(year) + 1}-12-31`,
      },
      reason: { key: reason, note: 'ini penjelasan contoh' },
    },
    sop: { ...sop, identity: { ...sop.identity, number: sop.identity.number || number } },
    office: exampleOffice(template, context),
    registerNumber: `A-${year}-0042`,
    receivedOn: today,
    letterId: LETTER_ID,
    letterNumber: number,
    letterDate: today,
    sheet: [],
    step: sop.steps.find(({ kind }) => kind === 'dispose')?.key ?? sop.steps[0]?.key ?? null,
    clerk,
    papers: {
      held: labels.length > 0 ? labels.slice(0, half) : ['Berkas Contoh'],
      missing: labels.length > half ? labels.slice(half) : ['Berkas Contoh Lain'],
    },
    steps: sop.steps.slice(0, 2).map(({ activity, number: step }) => ({
      date: today,
      activity: `${step}. ${activity}`,
    })),
    receipt: { number: 'AMS-CONTOH-0042', date: today },
    noticeVersion: 1,
    incomingLetter: { number, date: today },
  };
}

function exampleOffice(template: LetterTemplate, { profile, sop }: ExampleContext): LetterOffice {
  const said = Object.entries(OFFICE).map(
    ([name, example]) => [name, profile[name as keyof typeof OFFICE] || example] as const,
  );
  const office = { ...profile, ...(Object.fromEntries(said) as typeof OFFICE) };
  return { ...office, officials: exampleOfficials(template, { profile, sop }) };
}

/** The office's own officials, and one for every other that the paper or the SOP names. */
function exampleOfficials(
  template: LetterTemplate,
  { profile, sop }: Pick<ExampleContext, 'profile' | 'sop'>,
): Official[] {
  const named = letterTexts(template).flatMap(({ text }) =>
    readLetterMarks(text).placeholders.flatMap((one) => readOfficialPlaceholder(one)?.actor ?? []),
  );
  const actors = new Set([...sop.actors.map(({ key }) => key), ...named, 'office-head']);
  return [...actors].map((actor) => {
    const own = profile.officials.find((one) => one.actor === actor);
    const title = sop.actors.find(({ key }) => key === actor)?.label ?? 'Pejabat Contoh';
    return {
      actor,
      name: own?.name || 'Contoh Pejabat, S.T.',
      nip: own?.nip || '197001011995011001',
      rank: own?.rank || 'Pembina, IV/a',
      position: own?.position || title,
    };
  });
}
