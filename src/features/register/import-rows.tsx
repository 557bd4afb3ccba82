import { isMessageKey, translateMessage, type Locale } from '../../messages/catalogue';
import { fieldLabelKey } from '../../messages/field-label-key';
import { Section } from '../../ui/data/section';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { problemText } from '../intake/field-problems';
import { problemWords } from '../request/problem-words';
import { NikValue } from '../shared/nik-value';
import { documentLabel } from '../shared/sop-words';
import type { ImportOutcome } from './import-walk-ins';
import styles from './register.module.css';
import type { ImportWork, ReviewedRow } from './use-import';

/** Every row of the file: what will become of it, then what became of it. */
export function ImportRows({ work }: { readonly work: ImportWork }) {
  const t = useMessages();
  const refused = work.rows.filter(({ outcome }) => outcome === 'refused').length;
  return (
    <Section
      title={t('import.rows')}
      description={t('import.rowsOf', { taken: work.rows.length - refused, refused })}
      flush
    >
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{t('import.column.row')}</th>
            <th scope="col">{t('register.column.name')}</th>
            <th scope="col">{t('import.column.outcome')}</th>
            <th scope="col">{t('import.column.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {work.rows.map((row) => (
            <ImportLine
              key={row.index}
              row={row}
              outcome={work.outcomes.find(({ index }) => index === row.index)}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface ImportLineProps {
  readonly row: ReviewedRow;
  readonly outcome: ImportOutcome | undefined;
}

function ImportLine({ row, outcome }: ImportLineProps) {
  const applicant = row.outcome === 'taken' ? row.walkIn.data.applicant : null;
  return (
    <tr data-import-row={row.index} data-outcome={outcome?.outcome ?? row.outcome}>
      <td className={styles.rowNumber}>{row.index + 1}</td>
      <td>
        {applicant?.name ?? '—'}
        {applicant !== null && (
          <div className={styles.faint}>
            <NikValue
              nik={applicant.nik}
              subject={outcome?.outcome === 'recorded' ? outcome.requestId : null}
              details={{ what: 'import-row' }}
              label={applicant.name}
            />
          </div>
        )}
      </td>
      <td>
        <RowBadge row={row} outcome={outcome} />
      </td>
      <td>
        <RowRemarks row={row} outcome={outcome} />
      </td>
    </tr>
  );
}

function RowBadge({ row, outcome }: ImportLineProps) {
  const t = useMessages();
  const state = outcome?.outcome ?? row.outcome;
  switch (state) {
    case 'taken':
      return <StatusBadge tone="info" label={t('import.row.taken')} />;
    case 'refused':
      return <StatusBadge tone="bad" label={t('import.row.refused')} />;
    case 'recorded':
      return <StatusBadge tone="good" label={t('import.row.recorded')} />;
    case 'failed':
      return <StatusBadge tone="bad" label={t('import.row.failed')} />;
  }
}

function RowRemarks({ row, outcome }: ImportLineProps) {
  const t = useMessages();
  const locale = useLocale();
  if (outcome?.outcome === 'recorded') {
    return (
      <>
        <a href={`#/permohonan/${outcome.requestId}`}>{outcome.registerNumber}</a>
        {outcome.papersMissing.map(({ document, failure }) => (
          <div key={document} className={styles.bad}>
            {t('import.paperMissing', { document: documentLabel(undefined, document, locale) })}{' '}
            {problemWords(failure, { locale, sop: undefined }).title}
          </div>
        ))}
      </>
    );
  }
  if (outcome?.outcome === 'failed') {
    const words = problemWords(outcome.failure, { locale, sop: undefined });
    return (
      <>
        {words.title} {words.text}
      </>
    );
  }
  const problems =
    outcome?.outcome === 'refused'
      ? outcome.problems
      : row.outcome === 'refused'
        ? row.problems
        : row.warnings;
  const papers = row.outcome === 'taken' ? row.walkIn.attachments.length : 0;
  return (
    <>
      {problems.map((problem) => (
        <Problem key={`${problem.field}-${problem.code}`} {...problem} locale={locale} />
      ))}
      {row.outcome === 'taken' && outcome === undefined && (
        <div className={styles.faint}>{t('import.row.papers', { count: papers })}</div>
      )}
    </>
  );
}

function Problem(props: {
  readonly field: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly locale: Locale;
}) {
  const { field, code, params, locale } = props;
  const key = `problem.${code}`;
  const label = translateMessage(locale, { key: fieldLabelKey(field) });
  return (
    <div data-error-field={field}>
      <span className={styles.strong}>{label}:</span>{' '}
      {isMessageKey(key) ? problemText(locale, { message: { key, params } }) : code}
    </div>
  );
}
