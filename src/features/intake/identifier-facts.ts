import { cleanNik, groupNik, readNik } from '../../domain/identifiers/nik';
import { cleanNip, groupNip, readNip } from '../../domain/identifiers/nip';
import { cleanPhone } from '../../domain/identifiers/phone';
import { findProvinceName } from '../../domain/identifiers/provinces';
import { formatDate } from '../../ui/format/date-time';
import type { Locale } from '../../messages/catalogue';
import type { Translate } from '../../ui/messages/use-messages';

interface Words {
  readonly t: Translate;
  readonly locale: Locale;
}

/** "3207 0115 0185 0001 · lahir 15 Januari 1985, laki-laki · Jawa Barat"; undefined while it cannot be read. */
export function nikFacts(typed: string, yearNow: number, { t, locale }: Words): string | undefined {
  const nik = cleanNik(typed);
  const reading = readNik(nik, yearNow);
  if (reading === null) return undefined;
  const born = t(reading.sex === 'male' ? 'intake.fact.bornMale' : 'intake.fact.bornFemale', {
    date: formatDate(reading.birthDate, { locale, timeZone: 'UTC' }),
  });
  const province = findProvinceName(reading.provinceCode);
  return [groupNik(nik), born, ...(province === undefined ? [] : [province])].join(' · ');
}

/** "19850115 201001 1 001 · lahir 15 Januari 1985, laki-laki · PNS sejak 2010". */
export function nipFacts(typed: string, { t, locale }: Words): string | undefined {
  const nip = cleanNip(typed);
  const reading = readNip(nip);
  if (reading === null) return undefined;
  const born = t(reading.sex === 'male' ? 'intake.fact.bornMale' : 'intake.fact.bornFemale', {
    date: formatDate(reading.birthDate, { locale, timeZone: 'UTC' }),
  });
  const since = t('intake.fact.since', {
    personnel: reading.personnel.toUpperCase(),
    year: reading.appointmentYear,
  });
  return [groupNip(nip), born, since].join(' · ');
}

/** "Disimpan sebagai 6281234567890" once it is a number that will be kept in another form. */
export function phoneFact(typed: string, { t }: Pick<Words, 't'>): string | undefined {
  const phone = cleanPhone(typed);
  return /^628\d{7,}$/.test(phone) && phone !== typed
    ? t('intake.fact.storedAs', { value: phone })
    : undefined;
}
