import type { RequestData } from '../../../src/domain/request/request-data';
import { requestData } from '../../helpers/memory-fixtures';

const syllables = [
  'ba',
  'ci',
  'du',
  'fe',
  'go',
  'ha',
  'ji',
  'ku',
  'le',
  'mo',
  'na',
  'pi',
  'ru',
  'se',
  'to',
  'wa',
];
const givenCount = 240;
const familyCount = 480;

/** The same sequence in every run. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function madeUp(number: number, length: number): string {
  let name = '';
  for (let rest = number, part = 0; part < length; part += 1, rest = Math.floor(rest / 16)) {
    name += syllables[rest % 16] ?? '';
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Few names are common and most are rare, as people are called. */
export function personOf(number: number): RequestData {
  const random = createRandom(number * 7919 + 1);
  random();
  const given = madeUp(Math.floor(random() ** 2 * givenCount), 3);
  const family = madeUp(Math.floor(random() ** 2 * familyCount) + 17, 4);
  const data = requestData(number);
  const serial = String(1 + (number % 9999)).padStart(4, '0');
  const day = String(1 + (Math.floor(number / 9999) % 28)).padStart(2, '0');
  return {
    ...data,
    applicant: { ...data.applicant, name: `${given} ${family}`, nik: `320701${day}0190${serial}` },
  };
}
