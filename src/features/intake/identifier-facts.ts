import { cleanNik, groupNik, readNik } from '../../domain/identifiers/nik';
import { cleanNip, groupNip, readNip } from '../../domain/identifiers/nip';
import { cleanPhone } from '../../domain/identifiers/phone';
import { findProvinceName } from '../../domain/identifiers/provinces';
import { formatShortDate } from '../../ui/format/date-time';
import type { Locale } from '../../messages/catalogue';
import type { Translate } from '../../ui/messages/use-messages';

interface Words {
  readonly t: Translate;
  readonly locale: Locale;
}

/**
 * What a NIK says: "3207 0115 0185 0001", "lahir 15 Jan 1985, laki-laki", "Jawa Barat".
 * Empty while it cannot be read.
 */
export function nikFacts(typed: string, yearNow: number, { t, locale }: Words): readonly string[] {
  const nik = cleanNik(typed);
  const reading = readNik(nik, yearNow);
  if (reading === null) return [];
  const born = t(reading.sex === 'male' ? 'intake.fact.bornMale' : 'intake.fact.bornFemale', {
    date: formatShortDate(reading.birthDate, { locale, timeZone: 'UTC' }),
  });
  const province = findProvinceName(reading.provinceCode);
  return [groupNik(nik), born, ...(province === undefined ? [] : [province])];
}

/** What a NIP says: "19850115 201001 1 001", "PNS sejak 2010", "lahir 15 Jan 1985, laki-laki". */
export function nipFacts(typed: string, { t, locale }: Words): readonly string[] {
  const nip = cleanNip(typed);
  const reading = readNip(nip);
  if (reading === null) return [];
  const born = t(reading.sex === 'male' ? 'intake.fact.bornMale' : 'intake.fact.bornFemale', {
    date: formatShortDate(reading.birthDate, { locale, timeZone: 'UTC' }),
  });
  const since = t('intake.fact.since', {
    personnel: reading.personnel.toUpperCase(),
    year: reading.appointmentYear,
  });
  return [groupNip(nip), since, born];
}

/** "Disimpan sebagai 6281234567890" once it is a number that will be kept in another form. */
export function phoneFacts(typed: string, { t }: Pick<Words, 't'>): readonly string[] {
  const phone = cleanPhone(typed);
  return /^628\d{7,}$/.test(phone) && phone !== typed
    ? [t('intake.fact.storedAs', { value: phone })]
    : [];
}
