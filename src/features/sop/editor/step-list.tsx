import { CircleAlert, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useMessages } from '../../../ui/messages/use-messages';
import { useSopEditor } from './editor-context';
import { rowOf } from './editor-problems';
import styles from './editor.module.css';

interface StepRowProps {
  readonly index: number;
  readonly activity: string;
  readonly actor: string;
  readonly errors: number;
  readonly warnings: number;
  readonly isShown: boolean;
  readonly onShow: (index: number) => void;
}

const StepRow = memo(function StepRow(props: StepRowProps) {
  const t = useMessages();
  const { index, activity, actor, errors, warnings, isShown, onShow } = props;
  return (
    <li>
      <button
        type="button"
        className={styles.step}
        aria-current={isShown ? 'step' : undefined}
        data-step={index}
        onClick={() => onShow(index)}
      >
        <span className={styles.stepNumber}>{index + 1}</span>
        <span className={styles.stepWords}>
          <span className={styles.stepActivity}>{activity || t('sopEditor.steps.blank')}</span>
          <span className={styles.faint}>{actor}</span>
        </span>
        {errors > 0 && (
          <span className={styles.bad} title={t('sopEditor.steps.errors', { count: errors })}>
            <CircleAlert
              size={16}
              role="img"
              aria-label={t('sopEditor.steps.errors', { count: errors })}
            />
          </span>
        )}
        {errors === 0 && warnings > 0 && (
          <span className={styles.warn} title={t('sopEditor.steps.warnings', { count: warnings })}>
            <TriangleAlert
              size={16}
              role="img"
              aria-label={t('sopEditor.steps.warnings', { count: warnings })}
            />
          </span>
        )}
      </button>
    </li>
  );
});

/** All steps with who does them and whether something is wrong; one of them is shown beside. */
export function StepRows() {
  const t = useMessages();
  const { sop, problems, step: shown, showStep } = useSopEditor();
  const marks = problems.filter(({ path }) => path.startsWith('steps.'));
  const count = (index: number, severity: 'error' | 'warning') =>
    marks.filter((one) => one.severity === severity && rowOf(one.path) === index).length;
  const label = (key: string) => sop.actors.find((actor) => actor.key === key)?.label;
  return (
    <ol className={styles.stepList} aria-label={t('sopEditor.steps.list')}>
      {sop.steps.map(({ activity, actor }, index) => (
        <StepRow
          key={index}
          index={index}
          activity={activity.trim()}
          actor={label(actor) ?? t('sopEditor.gone', { key: actor })}
          errors={count(index, 'error')}
          warnings={count(index, 'warning')}
          isShown={index === shown}
          onShow={showStep}
        />
      ))}
    </ol>
  );
}
