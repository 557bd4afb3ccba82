import { assertNever } from '../../domain/assert-never';
import type { ChainBreak } from '../../contract/journal';
import type { TrailFinding } from '../../domain/trail/trail-finding';
import { translate } from '../../messages/catalogue';
import type { Tone } from '../../ui/feedback/tone';
import { formatDateTime, type TimeContext } from '../../ui/format/date-time';
import { formatCount } from '../../ui/format/numbers';

/** A finding in plain words: what, and where and what to do. */
export interface FindingWords {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

export function findingWords(finding: TrailFinding, context: TimeContext): FindingWords {
  const { locale } = context;
  const number = (value: number) => formatCount(value, locale);
  const time = (at: string) => formatDateTime(at, context);
  switch (finding.kind) {
    case 'chain':
      return { tone: 'bad', ...chainWords(finding.at, context) };
    case 'anchor-renewed': {
      const key = `trail.finding.anchor-${finding.how}` as const;
      const sequence = number(finding.sequence);
      const title = translate(locale, key, { sequence });
      return {
        tone: 'warn',
        title,
        text: translate(locale, `${key}.text`, { time: time(finding.at) }),
      };
    }
    case 'returned': {
      const title = translate(locale, 'trail.finding.returned', { count: number(finding.records) });
      return { tone: 'warn', title, text: translate(locale, 'trail.finding.returned.text') };
    }
    case 'unreadable-body':
    case 'erased-unreported':
    case 'shown-differs': {
      const key = `trail.finding.${finding.kind}` as const;
      const title = translate(locale, key, { sequence: number(finding.sequence) });
      return { tone: 'bad', title, text: translate(locale, `${key}.text`) };
    }
    case 'time-disagrees': {
      const sequence = number(finding.sequence);
      const facts = { event: time(finding.eventAt), record: time(finding.recordAt) };
      return {
        tone: 'warn',
        title: translate(locale, 'trail.finding.time-disagrees', { sequence }),
        text: translate(locale, 'trail.finding.time-disagrees.text', facts),
      };
    }
    default:
      return assertNever(finding);
  }
}

function chainWords(at: ChainBreak, context: TimeContext): Omit<FindingWords, 'tone'> {
  const { locale } = context;
  const sequence = formatCount(at.sequence, locale);
  if (at.kind === 'truncated') {
    const title = translate(locale, 'trail.finding.truncated', { sequence });
    const text =
      at.at === null
        ? translate(locale, 'trail.finding.cut.text')
        : translate(locale, 'trail.finding.truncated.text', {
            time: formatDateTime(at.at, context),
          });
    return { title, text };
  }
  const place = { file: at.file, line: formatCount(at.line, locale) };
  const text = translate(locale, `trail.finding.${at.kind}.text`, place);
  if (at.kind === 'missing') {
    const count = formatCount(at.count, locale);
    return { title: translate(locale, 'trail.finding.missing', { sequence, count }), text };
  }
  return { title: translate(locale, `trail.finding.${at.kind}`, { sequence }), text };
}
