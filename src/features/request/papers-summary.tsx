import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { documentLabel } from '../shared/sop-words';
import { DocumentMark } from './document-mark';
import { documentRows } from './document-rows';
import type { OpenRequest } from './open-request';
import styles from './request.module.css';

/** The papers the SOP asks for, present or missing, in short. */
export function PapersSummary(props: { readonly open: OpenRequest; readonly onOpen: () => void }) {
  const t = useMessages();
  const locale = useLocale();
  const { sop, state } = props.open;
  const rows = documentRows(sop, state).filter(
    ({ steps, attachments }) => steps.length > 0 || attachments.length > 0,
  );
  const missing = rows.filter(({ status }) => status === 'missing').length;
  return (
    <Section
      title={t('request.papers')}
      description={
        missing === 0
          ? t('request.papers.complete')
          : t('request.papers.missing', { count: missing })
      }
      actions={
        <Button size="small" variant="plain" kbd="B" onClick={props.onOpen}>
          {t('ui.open')}
        </Button>
      }
    >
      <ul className={styles.papers}>
        {rows.map((row) => (
          <li key={row.document} className={styles.paper}>
            <DocumentMark status={row.status} />
            <span>{documentLabel(sop, row.document, locale)}</span>
            <span className={styles.faint}>{t(`request.paper.${row.status}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
