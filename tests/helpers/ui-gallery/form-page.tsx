import { useRef, useState } from 'react';
import { ButtonRow, FieldGrid, Section, Stack } from '../../../src/ui/data/section';
import { Button } from '../../../src/ui/controls/button';
import { ComboBox } from '../../../src/ui/forms/combo-box';
import { DateField } from '../../../src/ui/forms/date-field';
import { FileDrop } from '../../../src/ui/forms/file-drop';
import { FormErrorSummary } from '../../../src/ui/forms/form-error-summary';
import { Checkbox, RadioGroup } from '../../../src/ui/forms/radio-group';
import { Select } from '../../../src/ui/forms/select';
import { TextArea, TextField } from '../../../src/ui/forms/text-field';
import { Page, PageHead } from '../../../src/ui/frame/page-head';

const units = Array.from({ length: 60 }, (_, index) => ({
  id: `unit-${String(index)}`,
  label: `Dinas Contoh ${String(index + 1)}`,
  description: index % 3 === 0 ? `Kecamatan Contoh ${String(index)}` : undefined,
}));

function ApplicantFields({ refused }: { readonly refused: boolean }) {
  const [unit, setUnit] = useState('');
  const [born, setBorn] = useState('1985-01-15');
  return (
    <FieldGrid>
      <TextField
        name="nik"
        label="NIK"
        inputMode="numeric"
        defaultValue="3207 0115 0185 000"
        error={
          refused
            ? 'NIK harus 16 angka; yang diketik 15. Periksa digit terakhir pada KTP.'
            : undefined
        }
      />
      <TextField
        name="nip"
        label="NIP"
        optional
        defaultValue="19850116 201001 1 001"
        warning="Tanggal lahir pada NIP (16-01-1985) berbeda dari NIK (15-01-1985)."
      />
      <TextField
        name="name"
        label="Nama lengkap"
        defaultValue="Contoh Satu"
        note="“Sdr.” dan spasi di awal dibersihkan"
      />
      <DateField name="born" label="Tanggal lahir" value={born} onValueChange={setBorn} />
      <ComboBox
        id="unit"
        label="Unit kerja"
        options={units}
        value={unit}
        onValueChange={setUnit}
        error={
          refused && unit === '' ? 'Unit kerja belum dipilih. Ketik sebagian namanya.' : undefined
        }
      />
      <Select
        name="rank"
        label="Golongan"
        optional
        choices={[
          { value: '3a', label: 'III/a' },
          { value: '3b', label: 'III/b' },
          { value: '4e', label: 'IV/e (sebuah golongan dengan nama yang panjang sekali)' },
        ]}
      />
    </FieldGrid>
  );
}

/** The form of the gallery: every field in every state. */
export function FormPage() {
  const [refused, setRefused] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  return (
    <Page
      layout="form"
      head={
        <PageHead
          title="Permohonan baru"
          facts={['Pencabutan sertifikat elektronik', 'draf disimpan 09.14']}
        />
      }
    >
      <FormErrorSummary
        ref={summary}
        errors={
          refused
            ? [
                {
                  fieldId: 'nik',
                  message: 'NIK harus 16 angka; yang diketik 15. Periksa digit terakhir pada KTP.',
                },
                { fieldId: 'unit', message: 'Unit kerja belum dipilih. Ketik sebagian namanya.' },
              ]
            : []
        }
      />
      <Section title="Pemohon" description="Seperti tertulis pada KTP">
        <ApplicantFields refused={refused} />
      </Section>
      <Section title="Sertifikat dan alasan">
        <Stack>
          <RadioGroup
            name="kind"
            label="Alasan pencabutan"
            choices={[
              { value: 'move', label: 'Mutasi atau pindah tugas', hint: 'SK mutasi dilampirkan' },
              { value: 'leak', label: 'Kunci privat diduga diketahui orang lain' },
              { value: 'retire', label: 'Pensiun' },
            ]}
          />
          <RadioGroup
            name="asn"
            label="Status kepegawaian"
            inline
            choices={[
              { value: 'pns', label: 'PNS' },
              { value: 'pppk', label: 'PPPK' },
              { value: 'non', label: 'Non-ASN' },
            ]}
          />
          <TextArea name="story" label="Keterangan" optional hint="Paling banyak 500 huruf" />
          <Checkbox name="agree" label="Pemohon hadir dan menunjukkan KTP asli" />
          <FileDrop
            label="Salinan KTP"
            hint="PDF, JPEG atau PNG, paling besar 1 MB"
            kbd="B"
            onFiles={() => undefined}
          />
        </Stack>
      </Section>
      <ButtonRow>
        <Button
          variant="primary"
          kbd="Ctrl ↵"
          onClick={() => {
            setRefused(true);
            requestAnimationFrame(() => summary.current?.focus());
          }}
        >
          Simpan dan cetak
        </Button>
        <Button>Simpan sebagai draf</Button>
        <Button variant="plain">Batal</Button>
      </ButtonRow>
    </Page>
  );
}
