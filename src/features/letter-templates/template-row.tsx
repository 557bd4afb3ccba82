import { PencilLine } from 'lucide-react';
import type { LetterTemplate } from '../../domain/letters/letter-template';
import { Button } from '../../ui/controls/button';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import styles from './letter-templates.module.css';
import { stepsOf } from './template-steps';
import { versionWords } from './template-words';
import type { TemplateDrafts, WaitingTemplateDraft } from './use-template-drafts';

interface TemplateRowProps {
  readonly letter: string;
  /** What this member of staff has typed of it last. */
  readonly draft: WaitingTemplateDraft | undefined;
  readonly drafts: Pick<TemplateDrafts, 'begin' | 'open'>;
}

/** One paper: what it is called, where it belongs, which text it has, what is being typed. */
export function TemplateRow({ letter, draft, drafts }: TemplateRowProps) {
  const t = useMessages();
  const context = useTimeContext();
  const { store } = useLoket();
  const inUse = store.templates.inUse(letter);
  if (inUse === undefined) return null;
  const { template, isOriginalNewer, version } = inUse;
  const steps = stepsOf(template, store.sops);
  const facts = [
    ...(version.office === null ? [] : [versionWords(inUse, store.templates, context)]),
    ...(steps.length === 0
      ? [t('template.noSteps')]
      : steps.map(({ sop, numbers }) => t('template.stepsOf', { sop, steps: numbers }))),
  ];
  return (
    <li className={styles.row} data-template={letter} data-office-version={version.office ?? 0}>
      <div className={styles.rowWords}>
        <div className={styles.rowTitle}>
          <a href={`#/naskah-surat/${letter}`}>{template.title}</a>
          <VersionBadge office={version.office} />
          {isOriginalNewer && <StatusBadge tone="warn" label={t('template.originalNewer')} />}
        </div>
        <div className={styles.facts}>
          {facts.map((fact, index) => (
            <span key={index}>{fact}</span>
          ))}
        </div>
      </div>
      <RowButtons template={template} draft={draft} drafts={drafts} />
    </li>
  );
}

/** Whether a paper has the office's own text. */
export function VersionBadge({ office }: { readonly office: number | null }) {
  const t = useMessages();
  return office === null ? (
    <StatusBadge tone="neutral" label={t('template.original')} />
  ) : (
    <StatusBadge tone="info" label={t('template.own', { version: office })} />
  );
}

function RowButtons({
  template,
  draft,
  drafts,
}: Omit<TemplateRowProps, 'letter'> & { readonly template: LetterTemplate }) {
  const t = useMessages();
  const { why } = useMay('publish-letter-template');
  const { title } = template;
  return (
    <div className={styles.rowButtons}>
      {draft === undefined ? (
        <Button
          size="small"
          icon={PencilLine}
          aria-label={t('template.changeNamed', { title })}
          data-action="change-template"
          blocked={why}
          onClick={() => void drafts.begin(template)}
        >
          {t('template.change')}
        </Button>
      ) : (
        <Button
          size="small"
          icon={PencilLine}
          aria-label={t('template.continueNamed', { title })}
          data-action="continue-template"
          blocked={why}
          onClick={() => {
            drafts.open(draft);
          }}
        >
          {t('template.continue')}
        </Button>
      )}
    </div>
  );
}
