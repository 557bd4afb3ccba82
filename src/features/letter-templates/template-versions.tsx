import type { LetterTemplate } from '../../domain/letters/letter-template';
import type { LetterVersion } from '../../domain/letters/letter-versions';
import { ButtonLink } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatDateTime } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useTimeContext } from '../shared/use-time-context';
import styles from './letter-templates.module.css';

interface TemplateVersionsProps {
  readonly original: LetterTemplate;
  /** Version of the office that is shown; null for the original. */
  readonly shown: number | null;
}

/** Everything the office did with the paper's text, newest first, then the original. */
export function TemplateVersions({ original, shown }: TemplateVersionsProps) {
  const t = useMessages();
  const { templates } = useLoket().store;
  const inUse = templates.inUse(original.key)?.version.office ?? null;
  return (
    <Section title={t('template.versions')} flush>
      <ul className={styles.list}>
        {templates
          .versions(original.key)
          .toReversed()
          .map((version) => (
            <VersionRow
              key={version.version}
              version={version}
              isShown={version.version === shown}
              isInUse={version.version === inUse}
            />
          ))}
        <li className={styles.version} data-version="asli">
          <VersionTitle
            words={t('template.originalVersion')}
            isShown={shown === null}
            isInUse={inUse === null}
          />
          {shown !== null && (
            <ButtonLink
              size="small"
              href={`#/naskah-surat/${original.key}?versi=asli`}
              aria-label={t('template.version.openOriginal')}
            >
              {t('ui.open')}
            </ButtonLink>
          )}
        </li>
      </ul>
    </Section>
  );
}

interface VersionRowProps {
  readonly version: LetterVersion;
  readonly isShown: boolean;
  readonly isInUse: boolean;
}

function VersionRow({ version: one, isShown, isInUse }: VersionRowProps) {
  const t = useMessages();
  const context = useTimeContext();
  const { version, letter, template, note, publishedAt, publishedBy } = one;
  const facts = [
    t('template.version.facts', {
      name: publishedBy,
      time: formatDateTime(publishedAt, context),
    }),
    ...(note === '' ? [] : [note]),
  ];
  return (
    <li className={styles.version} data-version={version}>
      <div className={styles.rowWords}>
        <VersionTitle
          words={t(template === null ? 'template.version.reset' : 'template.version.published', {
            version,
          })}
          isShown={isShown}
          isInUse={isInUse}
        />
        <div className={styles.facts}>
          {facts.map((fact, index) => (
            <span key={index}>{fact}</span>
          ))}
        </div>
      </div>
      {template !== null && !isShown && (
        <ButtonLink
          size="small"
          href={`#/naskah-surat/${letter}?versi=${version}`}
          aria-label={t('template.version.open', { version })}
        >
          {t('ui.open')}
        </ButtonLink>
      )}
    </li>
  );
}

function VersionTitle(props: {
  readonly words: string;
  readonly isShown: boolean;
  readonly isInUse: boolean;
}) {
  const t = useMessages();
  return (
    <div className={styles.rowTitle}>
      <span>{props.words}</span>
      {props.isInUse && <StatusBadge tone="good" label={t('template.inUse')} />}
      {props.isShown && <StatusBadge tone="info" label={t('template.shown')} />}
    </div>
  );
}
