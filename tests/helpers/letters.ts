import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sopJson from '../../resources/sop/ciamis-2025-revocation.json';
import { openFontSet, type FontSet } from '../../src/documents/font-set';
import { DEFAULT_PAPER } from '../../src/domain/letters/letter-paper';
import type { LetterOptions } from '../../src/documents/letter-options';
import { letterTemplates } from '../../src/documents/letter-templates';
import type { LetterContent } from '../../src/domain/letters/letter-content';
import type { LetterOffice, LetterSources } from '../../src/domain/letters/letter-data';
import type { LetterTemplate } from '../../src/domain/letters/letter-template';
import { prepareLetter } from '../../src/domain/letters/prepare-letter';
import { sopSchema } from '../../src/domain/sop/sop';

const FONTS = resolve(import.meta.dirname, '../../resources/fonts');

/** The fonts as the application bundles them; `folder` for tools that run from elsewhere. */
export function readFonts(folder = FONTS): FontSet {
  const read = (name: string) => new Uint8Array(readFileSync(resolve(folder, `${name}.ttf`)));
  return openFontSet({
    regular: read('LiberationSans-Regular'),
    bold: read('LiberationSans-Bold'),
    italic: read('LiberationSans-Italic'),
    'bold-italic': read('LiberationSans-BoldItalic'),
  });
}

const office: LetterOffice = {
  government: 'Pemerintah Kabupaten Contoh',
  name: 'DINAS KOMUNIKASI DAN INFORMATIKA',
  address: 'Jalan Contoh Raya Nomor 1',
  postalCode: '40000',
  phone: '(022) 555-0100',
  email: 'diskominfo@contoh.go.id',
  website: 'diskominfo.contoh.go.id',
  place: 'Contoh',
  code: '32.99',
  timeZone: 'Asia/Jakarta',
  officials: [
    {
      actor: 'office-head',
      name: 'Contoh Kepala, S.T., M.Si.',
      nip: '197001011995011001',
      rank: 'Pembina Utama Muda, IV/c',
      position: 'Kepala Dinas Komunikasi dan Informatika',
    },
    {
      actor: 'division-head',
      name: 'Contoh Bidang, S.Kom.',
      nip: '197502022000012002',
      rank: 'Pembina, IV/a',
      position: 'Kepala Bidang Persandian dan Keamanan Informasi',
    },
  ],
};

/** A plainly made-up request whose letters have everything they may ask for. */
export const sampleSources: LetterSources = {
  data: {
    applicant: {
      name: 'Contoh Satu, S.E.',
      nik: '3299010101850001',
      personnel: 'pns',
      nip: '198501012010011001',
      rank: 'Penata, III/c',
      position: 'Analis Keuangan',
      unit: 'Dinas Kesehatan',
      email: 'contoh.satu@contoh.go.id',
      phone: '6281255501000',
    },
    superior: {
      name: 'Contoh Atasan, M.Kes.',
      nip: '197203031998031003',
      rank: 'Pembina Tingkat I, IV/b',
      position: 'Kepala Dinas Kesehatan',
    },
    certificate: {
      subjectDn: 'CN=Contoh Satu,O=Pemerintah Kabupaten Contoh,C=ID',
      serialNumber: '5f3a9c0102030405060708090a0b0c0d',
      notAfter: '2027-03-02',
    },
    reason: { key: 'private-key-lost', note: null },
  },
  sop: sopSchema.parse(sopJson),
  office,
  registerNumber: 'A-2026-00042',
  receivedOn: '2026-03-02',
  letterId: '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
  letterNumber: '000.6.5.2/042/Dinkes/2026',
  letterDate: '2026-03-02',
  incomingLetter: { number: '000.6.5.2/042/Dinkes/2026', date: '2026-03-02' },
  sheet: [],
  step: 'dispose-office-head',
  clerk: 'Petugas Contoh',
  papers: {
    held: ['Surat Permohonan Pencabutan SE', 'Surat Kehilangan dari Kepolisian'],
    missing: ['Surat Rekomendasi Atasan Langsung'],
  },
  steps: [
    { date: '2026-11-26', activity: '1. Menyusun Draft Surat Permohonan Pencabutan SE' },
    { date: '2026-11-27', activity: '2. Menandatangani dan Mengirim Surat Permohonan' },
  ],
  receipt: { number: 'AMS-CONTOH-0001', date: '2026-11-27' },
  noticeVersion: 2,
};

/** Names as long as they get, an apostrophe, diacritics, and a unit of 200 letters. */
export const longSources: LetterSources = {
  ...sampleSources,
  office: {
    ...office,
    government: 'Pemerintah Daerah Provinsi Kepulauan Contoh Bagian Timur dan Sekitarnya',
    name: 'DINAS KOMUNIKASI, INFORMATIKA, STATISTIK, PERSANDIAN, DAN KEARSIPAN DAERAH',
  },
  data: {
    ...sampleSources.data,
    applicant: {
      ...sampleSources.data.applicant,
      name: 'Dr. dr. Hj. Contoh Nur’aini Désirée Ñunuk-Ma‘rufatullah Tanpa Batas, Sp.A(K)., M.Kes., Ph.D.',
      position:
        'Koordinator Pelayanan Kesehatan Masyarakat, Pencegahan dan Pengendalian Penyakit Menular Ahli Madya',
      unit: 'Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Rawat Inap dan Pelayanan Obstetri Neonatal Emergensi Dasar Contoh Jaya Makmur Sentosa Wilayah Pesisir Timur dan Kepulauan Terluar Kabupaten Contoh',
      email:
        'contoh.nuraini.desiree.marufatullah.tanpa.batas.sekali.panjang@puskesmas-contoh-jaya.contoh.go.id',
    },
    superior: {
      name: 'Prof. Dr. Ir. H. R. Contoh Muhammad Abdurrahman Wira’atmadja, S.K.M., M.Kes., M.P.H.',
      nip: '197203031998031003',
      rank: 'Pembina Utama Madya, IV/d',
      position:
        'Kepala Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Rawat Inap Contoh Jaya Makmur Sentosa Wilayah Pesisir Timur',
    },
    reason: {
      key: 'other',
      note: 'perangkat yang menyimpan sertifikat diserahkan kembali kepada kantor lama karena mutasi, dan jabatan pada sertifikat tidak lagi sesuai dengan jabatan pemilik sejak tanggal 1 Februari 2026',
    },
  },
};

/** Five paragraphs of explanation: the letter runs onto a second page. */
export const twoPageSources: LetterSources = {
  ...longSources,
  data: {
    ...longSources.data,
    reason: {
      key: 'other',
      note: Array.from(
        { length: 5 },
        (_, index) =>
          `Pada uraian ke-${String(index + 1)} dijelaskan bahwa perangkat kerja contoh yang menyimpan sertifikat diganti, data pada sertifikat tidak lagi sesuai, dan unit kerja telah memeriksa serta membenarkan keterangan tersebut secara tertulis.`,
      ).join('\n'),
    },
  },
};

export function templateOf(key: string): LetterTemplate {
  const template = letterTemplates.get(key);
  if (!template) throw new Error(`No letter ${key}`);
  return template;
}

/** The worded letter; throws where a test expects words and gets a refusal. */
export function wordedLetter(key: string, sources: LetterSources): LetterContent {
  const result = prepareLetter(templateOf(key), sources);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export const finalOptions: LetterOptions = {
  paper: DEFAULT_PAPER,
  final: true,
  createdAt: '2026-03-02T02:14:00Z',
  logo: null,
};
export const draftOptions: LetterOptions = { ...finalOptions, final: false };
