import type { PaperCard, PaperLetter } from '../../helpers/reading-papers';

const FIRST = ['CONTOH', 'UJI COBA', 'MISAL', 'PERAGA', 'BAYANGAN', 'SAMPEL', 'REKAAN', 'TIRUAN'];
const SECOND = ['SATU', 'DUA', 'TIGA', 'EMPAT', 'LIMA', 'ENAM', 'TUJUH', 'DELAPAN', 'SEMBILAN'];
const THIRD = ['', ' JAYA', ' BARU', ' KEDUA', ' WIBAWA', ' HB', ' QISTHI', ' XAVERIUS'];
const PROVINCES = ['11', '12', '13', '32', '33', '34', '35', '51', '61', '64', '73', '94'];
const OFFICES = ['DISKOMINFO', 'BKPSDM', 'SETDA', 'DINKES', 'B.3', 'Kom-Inf', 'UM'];
const MONTHS = [
  ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni'],
  ...['Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
];

const two = (value: number): string => String(value).padStart(2, '0');
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** The same made-up card for the same number: every digit occurs at many places. */
export function cardOf(index: number): PaperCard {
  const [day, month, year] = [
    1 + ((index * 11) % 28),
    1 + ((index * 5) % 12),
    1960 + ((index * 7) % 45),
  ];
  const region = `${90 + ((index * 3) % 10)}${90 + ((index * 7) % 10)}`;
  const serial = String(1 + ((index * 4793 + 268) % 9998)).padStart(4, '0');
  const dayAndSex = index % 2 === 0 ? day : day + 40;
  return {
    nik: `${pick(PROVINCES, index)}${region}${two(dayAndSex)}${two(month)}${two(year % 100)}${serial}`,
    name: `${pick(FIRST, index * 3)} ${pick(SECOND, index)}${pick(THIRD, index * 5 + (index >> 3))}`,
    born: `${two(day)}-${two(month)}-${year}`,
  };
}

export interface BenchLetter extends PaperLetter {
  /** yyyy-mm-dd. */
  readonly isoDate: string;
}

/** The same made-up letter for the same number. */
export function letterOf(index: number): BenchLetter {
  const [day, month, year] = [1 + ((index * 13) % 28), (index * 7) % 12, 2020 + (index % 7)];
  const order = String(1 + ((index * 37) % 998));
  const number =
    index % 3 === 0
      ? `${order}/${pick(OFFICES, index)}/${year}`
      : `${pick(['800', '555.1', '000.7.2'], index)}/${order.padStart(3, '0')}/${pick(OFFICES, index)}/${year}`;
  return {
    number,
    date: `${day} ${pick(MONTHS, month)} ${year}`,
    isoDate: `${year}-${two(month + 1)}-${two(day)}`,
    shape: index % 2 === 0 ? 'head' : 'body',
    font: index % 4 < 2 ? 'serif' : 'sans',
  };
}
