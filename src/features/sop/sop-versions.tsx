import type { Sop } from '../../domain/sop/sop';
import { ButtonLink } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatDateTime } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useTimeContext } from '../shared/use-time-context';
import { diffAddress } from './sop-choices';
import styles from './sop.module.css';
import type { SopHistory } from './use-sop-history';

interface SopVersionsProps {
  readonly shown: Sop;
  readonly history: SopHistory | undefined;
}

/** Every version, newest first: when and by whom, what runs on it, what it changed. */
export function SopVersions({ shown, history }: SopVersionsProps) {
  const t = useMessages();
  const { store } = useLoket();
  const versions = store.sops.versions(shown.id);
  return (
    <Section title={t('sop.versions')} flush>
      <ul className={styles.list}>
        {versions.toReversed().map((sop) => (
          <VersionRow
            key={sop.version}
            sop={sop}
            isShown={sop.version === shown.version}
            before={versions.findLast(({ version }) => version < sop.version)}
            history={history}
          />
        ))}
      </ul>
    </Section>
  );
}

interface VersionRowProps {
  readonly sop: Sop;
  readonly isShown: boolean;
  /** The version it followed; undefined for the first. */
  readonly before: Sop | undefined;
  readonly history: SopHistory | undefined;
}

function VersionRow({ sop, isShown, before, history }: VersionRowProps) {
  const t = useMessages();
  const context = useTimeContext();
  const { id, version } = sop;
  const published = history?.published.get(version);
  const facts = [
    published === undefined
      ? t('sop.fromProgram')
      : t('sop.published', {
          name: published.by.name,
          time: formatDateTime(published.at, context),
        }),
    t('sop.runningOn', { count: history?.running.get(version) ?? 0 }),
  ];
  return (
    <li className={styles.version} data-version={version}>
      <div className={styles.rowWords}>
        <div className={styles.rowTitle}>
          <span>{t('sop.versionRow', { version })}</span>
          {isShown && <StatusBadge tone="info" label={t('sop.shown')} />}
        </div>
        <div className={styles.facts}>
          {(history === undefined ? [] : facts).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
      </div>
      <div className={styles.rowButtons}>
        {!isShown && (
          <ButtonLink
            size="small"
            href={`#/sop/${id}/${version}`}
            aria-label={t('sop.openVersion', { version })}
          >
            {t('ui.open')}
          </ButtonLink>
        )}
        {before !== undefined && (
          <ButtonLink
            size="small"
            href={diffAddress(before, sop)}
            aria-label={t('sop.compareWith', { from: before.version, to: version })}
          >
            {t('sop.compare')}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}
