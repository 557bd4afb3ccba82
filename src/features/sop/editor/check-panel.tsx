import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { classNames } from '../../../ui/class-names';
import { Button } from '../../../ui/controls/button';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { useLocale, useMessages } from '../../../ui/messages/use-messages';
import { useSopEditor } from './editor-context';
import type { EditorProblem } from './editor-problems';
import styles from './editor.module.css';
import { problemText } from './problem-words';

/** What is wrong, always in view; each line leads to its field. */
export function CheckPanel() {
  const t = useMessages();
  const { problems } = useSopEditor();
  const [isOpen, setIsOpen] = useState(false);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  return (
    <section
      aria-label={t('sopEditor.check')}
      className={classNames(styles.check, isOpen && styles.checkOpen)}
      data-errors={errors}
      data-warnings={warnings}
    >
      <header className={styles.checkHead}>
        <h2 className={styles.checkTitle}>{t('sopEditor.check')}</h2>
        <span role="status" className={styles.checkCounts}>
          {errors > 0 && (
            <StatusBadge tone="bad" label={t('sopEditor.check.errors', { count: errors })} />
          )}
          {errors === 0 && (
            <StatusBadge tone="good" label={t('sopEditor.check.noErrors')} icon={CircleCheck} />
          )}
          {warnings > 0 && (
            <StatusBadge tone="warn" label={t('sopEditor.check.warnings', { count: warnings })} />
          )}
        </span>
        <span className={styles.checkToggle}>
          <Button
            size="small"
            variant="plain"
            icon={isOpen ? ChevronDown : ChevronUp}
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'sopEditor.check.hide' : 'sopEditor.check.show')}
            onClick={() => setIsOpen(!isOpen)}
          />
        </span>
      </header>
      <div className={styles.checkBody}>
        {problems.length === 0 && <p className={styles.words}>{t('sopEditor.check.clean')}</p>}
        <ul className={styles.problems}>
          {problems.map((problem, index) => (
            <ProblemLine key={index} problem={problem} onGo={() => setIsOpen(false)} />
          ))}
        </ul>
      </div>
    </section>
  );
}

interface ProblemLineProps {
  readonly problem: EditorProblem;
  readonly onGo: () => void;
}

function ProblemLine({ problem, onGo }: ProblemLineProps) {
  const t = useMessages();
  const locale = useLocale();
  const { goTo } = useSopEditor();
  const { severity } = problem;
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <li>
      <button
        type="button"
        className={styles.problem}
        data-code={problem.code}
        data-path={problem.path}
        onClick={() => {
          onGo();
          goTo(problem.path);
        }}
      >
        <Icon
          className={severity === 'error' ? styles.bad : styles.warn}
          size={16}
          role="img"
          aria-label={t(`sopEditor.check.${severity}`)}
        />
        <span>{problemText(problem, locale)}</span>
      </button>
    </li>
  );
}
