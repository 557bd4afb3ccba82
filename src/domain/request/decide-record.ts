import { fail, succeed } from '../../contract/result';
import { localDate } from '../numbering/local-date';
import { formatRegisterNumber, registerCounter } from '../numbering/register-number';
import { privacyRefusal } from '../privacy/privacy-record';
import { checkRequestData } from './check-request-data';
import type { Decision, DecisionContext } from './decide';
import type { RequestCommand } from './request-command';

type RecordCommand = Extract<RequestCommand, { command: 'record-request' }>;

/**
 * Recording a walk-in: errors in a field refuse, warnings do not. The register number is
 * the desk's next one of the year of arrival, so it is given without any connection.
 */
export function decideRecord(command: RecordCommand, context: DecisionContext): Decision {
  const { sop, office, counters } = context;
  if (context.importedAs !== null) {
    return fail({ code: 'already-imported', registerNumber: context.importedAs });
  }
  const arrival = new Date(command.arrivedAt);
  if (Number.isNaN(arrival.getTime())) return fail({ code: 'arrival-unreadable' });
  const arrivedAt = arrival.toISOString();
  const { year } = localDate(arrivedAt, office.timeZone);
  const problems = checkRequestData(command.data, {
    sop,
    emailSuffixes: office.emailSuffixes,
    yearNow: year,
  }).filter(({ severity }) => severity === 'error');
  if (problems.length > 0) return fail({ code: 'fields-refused', problems });
  const { privacy } = command;
  const unkept = privacy === undefined ? null : privacyRefusal(privacy, context.notices);
  if (unkept) return fail(unkept);
  const firstStep = sop.steps[0]?.key;
  if (firstStep === undefined) return fail({ code: 'request-unknown' });
  const counter = registerCounter({ desk: office.desk, year });
  const value = counters(counter) + 1;
  return succeed([
    {
      type: 'request-recorded',
      counter: { name: counter, value },
      registerNumber: formatRegisterNumber({ desk: office.desk, year, sequence: value }),
      arrivedAt,
      sop: { id: sop.id, version: sop.version },
      service: sop.service,
      firstStep,
      data: command.data,
      origin: command.origin,
      besides: [...command.besides],
      ...(privacy !== undefined && { privacy }),
    },
  ]);
}
