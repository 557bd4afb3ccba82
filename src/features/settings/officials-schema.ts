import { z } from 'zod';
import { isRealIsoDate } from '../../domain/identifiers/calendar-date';
import { checkNip, cleanNip } from '../../domain/identifiers/nip';
import { translateMessage, type Locale } from '../../messages/catalogue';
import type { Translate } from '../../ui/messages/use-messages';
import { actingChoices, isBlankEntry, type ActingEntry, type OfficialEntry } from './officials';

interface Words {
  readonly t: Translate;
  readonly locale: Locale;
  readonly yearNow: number;
}

/** A field of an official that is wrong, with the sentence that says so. */
interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

/** Checks what was typed of the officials and of who acts for them. */
export function officialsSchema(words: Words) {
  const text = z.string().trim();
  const nip = z.string().transform(cleanNip);
  const acting = z.object({
    kind: z.enum(actingChoices),
    name: text,
    nip,
    rank: text,
    position: text,
    through: text,
    from: text,
    until: text,
  });
  const entry = z
    .object({ name: text, nip, rank: text, position: text, acting })
    .superRefine((typed, context) => {
      for (const { path, message } of problemsOf(typed, words)) {
        context.addIssue({ code: 'custom', path: [...path], message });
      }
    });
  return z.object({ officials: z.record(z.string(), entry) });
}

function problemsOf(
  typed: OfficialEntry & { readonly acting: ActingEntry },
  words: Words,
): readonly Problem[] {
  if (isBlankEntry(typed)) return [];
  const { t } = words;
  const isRepresented = typed.acting.kind !== '';
  // Who holds a vacant place has nobody to name but himself.
  const needed = isRepresented ? (['position'] as const) : (['name', 'position'] as const);
  return [
    ...needed
      .filter((part) => typed[part] === '')
      .map((part) => blank([part], t(`settings.official.${part}`), t)),
    ...nipProblems(typed.nip, ['nip'], words),
    ...(isRepresented ? actingProblems(typed.acting, words) : []),
  ];
}

function actingProblems(acting: ActingEntry, words: Words): readonly Problem[] {
  const { t } = words;
  const { kind, from, until } = acting;
  const needed = {
    plt: ['name'],
    plh: ['name'],
    an: ['name', 'position'],
    ub: ['name', 'through', 'position'],
    '': [],
  } as const;
  const dates = (['from', 'until'] as const)
    .filter((part) => acting[part] !== '' && !isRealIsoDate(acting[part]))
    .map((part) => ({ path: ['acting', part], message: t('settings.acting.problem.date') }));
  const isTurned = dates.length === 0 && from !== '' && until !== '' && until < from;
  return [
    ...needed[kind]
      .filter((part) => acting[part] === '')
      .map((part) => blank(['acting', part], t(`settings.acting.${part}`), t)),
    ...nipProblems(acting.nip, ['acting', 'nip'], words),
    ...dates,
    ...(isTurned
      ? [{ path: ['acting', 'until'], message: t('settings.acting.problem.order') }]
      : []),
  ];
}

function blank(path: readonly string[], label: string, t: Translate): Problem {
  return { path, message: t('settings.problem.blank', { label }) };
}

function nipProblems(
  nip: string,
  path: readonly string[],
  { locale, yearNow }: Words,
): readonly Problem[] {
  const [problem] = nip === '' ? [] : checkNip(nip, null, yearNow);
  if (problem?.severity !== 'error') return [];
  const message = { key: `problem.${problem.code}`, params: problem.params } as const;
  return [{ path, message: translateMessage(locale, message) }];
}
