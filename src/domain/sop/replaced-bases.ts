import type { SopIdentity } from './sop';

/** PP 82/2012 as SOPs write it; repealed by the closing article of PP 71/2019. */
const PP_82_2012 = /(?:\bPP|Peraturan Pemerintah)\b.{0,20}\b82\b.{0,10}\b2012\b/i;

/** Legal bases that have been replaced and that the office did not correct, as written. */
export function replacedBases({ legalBases }: Pick<SopIdentity, 'legalBases'>): readonly string[] {
  return legalBases
    .filter(({ text, correction }) => correction === null && PP_82_2012.test(text))
    .map(({ text }) => text);
}
