import { openCorrections } from '../../domain/request/correction-ticket';
import { legalDueAt } from '../../domain/privacy/legal-clock';
import { formatDateTime } from '../../ui/format/date-time';
import { Checkbox } from '../../ui/forms/radio-group';
import { useMessages } from '../../ui/messages/use-messages';
import { useTimeContext } from '../shared/use-time-context';
import { Row } from './form-section';
import { useIntakeScreen } from './intake-screen';

/** The person's open requests for correction: those that are ticked end with this correction. */
export function AnswerFields() {
  const t = useMessages();
  const context = useTimeContext();
  const { form, values, request } = useIntakeScreen();
  const open = request === null ? [] : openCorrections(request);
  if (open.length === 0) return null;
  return (
    <Row columns={1}>
      <div role="group" aria-label={t('rights.answers')}>
        {open.map(({ id, wrong, askedAt }) => (
          <Checkbox
            key={id}
            compact
            name={`answers.${id}`}
            label={t('rights.answers')}
            hint={t('rights.answers.hint', {
              wrong,
              time: formatDateTime(legalDueAt(askedAt), context),
            })}
            checked={values.answers.includes(id)}
            onChange={({ target }) => {
              const others = values.answers.filter((one) => one !== id);
              form.setValue('answers', target.checked ? [...others, id] : others, {
                shouldDirty: true,
              });
            }}
          />
        ))}
      </div>
    </Row>
  );
}
