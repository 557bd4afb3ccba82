import type {
  Fate,
  RetentionRule,
  RetentionSchedule,
} from '../../domain/retention/retention-event';
import { ruleOf, yearsOf } from '../../domain/retention/retention-end';
import { serviceSchema } from '../../domain/sop/sop';

export type Service = RetentionRule['service'];

/** Services in the order the form lists them. */
export const SERVICES: readonly Service[] = serviceSchema.options;

/** The rule of a service as typed; `fate` is '' while the office has set none. */
export interface RuleEntry {
  readonly activeYears: string;
  readonly inactiveYears: string;
  readonly fate: Fate | '';
}

export interface ScheduleEntries {
  readonly basis: string;
  readonly rules: Readonly<Record<Service, RuleEntry>>;
}

/** What is wrong with the form: by service, and with the basis. */
export interface ScheduleProblems {
  readonly basis: boolean;
  readonly rules: Readonly<Partial<Record<Service, 'badYears' | 'noYears'>>>;
}

const NOTHING_SET: RuleEntry = { activeYears: '', inactiveYears: '', fate: '' };

/** The schedule as the form shows it; blank where nothing is set: no duration is suggested. */
export function scheduleEntries(schedule: RetentionSchedule | null): ScheduleEntries {
  const entry = (service: Service): RuleEntry => {
    const rule = ruleOf(schedule, service);
    if (rule === undefined) return NOTHING_SET;
    const { activeYears, inactiveYears, fate } = rule;
    return { activeYears: String(activeYears), inactiveYears: String(inactiveYears), fate };
  };
  const rules = Object.fromEntries(SERVICES.map((service) => [service, entry(service)]));
  return { basis: schedule?.basis ?? '', rules: rules as Record<Service, RuleEntry> };
}

/** The schedule that was typed, or what is wrong with it. */
export function typedSchedule(entries: ScheduleEntries): {
  readonly schedule: RetentionSchedule;
  readonly problems: ScheduleProblems | null;
} {
  const problems: Partial<Record<Service, 'badYears' | 'noYears'>> = {};
  const rules: RetentionRule[] = [];
  for (const service of SERVICES) {
    const { fate, activeYears, inactiveYears } = entries.rules[service];
    if (fate === '') continue;
    const [active, inactive] = [yearsTyped(activeYears), yearsTyped(inactiveYears)];
    if (active === null || inactive === null) {
      problems[service] = 'badYears';
      continue;
    }
    const rule = { service, activeYears: active, inactiveYears: inactive, fate };
    if (yearsOf(rule) < 1) problems[service] = 'noYears';
    rules.push(rule);
  }
  const basis = entries.basis.trim();
  const noBasis = basis === '' && rules.length > 0;
  const isBad = noBasis || Object.keys(problems).length > 0;
  return {
    schedule: { basis, rules },
    problems: isBad ? { basis: noBasis, rules: problems } : null,
  };
}

/** A blank is not nought: a year nobody typed is nobody's decision. */
function yearsTyped(text: string): number | null {
  const typed = text.trim();
  if (!/^\d{1,3}$/.test(typed)) return null;
  const years = Number(typed);
  return years <= 100 ? years : null;
}
