import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { useMessages } from '../../../ui/messages/use-messages';
import { faultText, type TemplateFault } from '../template-words';
import { useTemplateDesk } from './editor-context';
import styles from './editor.module.css';

/** What is wrong, always in view and always as high; each line leads to its text. */
export function FaultPanel() {
  const t = useMessages();
  const { faults } = useTemplateDesk();
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  return (
    <section
      aria-label={t('template.fault.title')}
      className={styles.faults}
      data-errors={errors}
      data-warnings={warnings}
    >
      <header className={styles.faultHead}>
        <h2 className={styles.blockName}>{t('template.fault.title')}</h2>
        <span role="status" className={styles.counts}>
          {errors > 0 ? (
            <StatusBadge tone="bad" label={t('template.fault.errors', { count: errors })} />
          ) : (
            <StatusBadge tone="good" label={t('template.fault.none')} icon={CircleCheck} />
          )}
          {warnings > 0 && (
            <StatusBadge tone="warn" label={t('template.fault.warnings', { count: warnings })} />
          )}
        </span>
      </header>
      <div className={styles.faultBody}>
        {faults.length === 0 && <p className={styles.words}>{t('template.fault.clean')}</p>}
        <ul className={styles.faultList}>
          {faults.map((fault, index) => (
            <FaultLine key={index} fault={fault} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function FaultLine({ fault }: { readonly fault: TemplateFault }) {
  const { goTo, speech } = useTemplateDesk();
  const { severity, code, path } = fault;
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <li>
      <button
        type="button"
        className={styles.fault}
        data-code={code}
        data-path={path}
        onClick={() => {
          goTo(path);
        }}
      >
        <Icon
          className={severity === 'error' ? styles.bad : styles.warn}
          size={16}
          aria-hidden="true"
        />
        <span>{faultText(fault, speech.locale)}</span>
      </button>
    </li>
  );
}
