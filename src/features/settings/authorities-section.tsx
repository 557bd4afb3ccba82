import { useState } from 'react';
import type { Authority } from '../../contract/pki';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { Dialog } from '../../ui/feedback/dialog';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { useToast } from '../../ui/feedback/toast';
import { formatDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { CertificateFactList } from '../shared/certificate-facts';
import { FailureBanner } from '../shared/failure-banner';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import styles from './authorities.module.css';
import { AuthorityImport } from './authority-import';
import settingsStyles from './settings.module.css';
import { useAuthorities } from './use-authorities';

/** The certification authorities this office trusts, and how one is added or taken away. */
export function AuthoritiesSection({ id }: { readonly id: string }) {
  const t = useMessages();
  const toast = useToast();
  const authorities = useAuthorities();
  const [removing, setRemoving] = useState<Authority | null>(null);
  const { list, failure } = authorities;

  async function remove({ commonName: name, imported }: Authority): Promise<void> {
    setRemoving(null);
    if (imported === null || !(await authorities.remove(imported.fingerprint))) return;
    toast({ text: t('authority.removed', { name }) });
  }

  return (
    <div id={id} className={settingsStyles.anchor} tabIndex={-1}>
      <Section title={t('settings.authorities')}>
        <Stack>
          <p className={styles.text}>{t('authority.text')}</p>
          {failure !== null && <FailureBanner failure={{ kind: 'not-recorded', error: failure }} />}
          <ul className={styles.list}>
            {(list ?? []).map((authority) => (
              <AuthorityRow
                key={authority.imported?.fingerprint ?? authority.commonName}
                authority={authority}
                onRemove={setRemoving}
              />
            ))}
          </ul>
          <AuthorityImport trust={authorities.trust} />
        </Stack>
        <RemoveDialog
          authority={removing}
          onClose={() => {
            setRemoving(null);
          }}
          onRemove={(authority) => void remove(authority)}
        />
      </Section>
    </div>
  );
}

interface RemoveDialogProps {
  /** Null while nothing is asked. */
  readonly authority: Authority | null;
  readonly onClose: () => void;
  readonly onRemove: (authority: Authority) => void;
}

function RemoveDialog({ authority, onClose, onRemove }: RemoveDialogProps) {
  const t = useMessages();
  return (
    <Dialog
      open={authority !== null}
      title={t('authority.removeTitle', { name: authority?.commonName ?? '' })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="danger"
            data-action="confirm-remove-authority"
            onClick={() => {
              if (authority !== null) onRemove(authority);
            }}
          >
            {t('authority.remove')}
          </Button>
        </>
      }
    >
      {t('authority.removeText')}
    </Dialog>
  );
}

interface AuthorityRowProps {
  readonly authority: Authority;
  readonly onRemove: (authority: Authority) => void;
}

const tones = {
  trusted: 'good',
  'not-imported': 'neutral',
  'expires-soon': 'warn',
  expired: 'bad',
} as const;

function AuthorityRow({ authority, onRemove }: AuthorityRowProps) {
  const t = useMessages();
  const { why } = useMay('manage-authorities');
  const { commonName: name, imported, notice } = authority;
  const state = notice ?? 'trusted';
  return (
    <li className={styles.authority} data-authority={authority.key ?? name} data-state={state}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        {imported !== null && notice !== null && notice !== 'not-imported' && (
          <StatusBadge tone="neutral" label={t('authority.state.trusted')} />
        )}
        <StatusBadge tone={tones[state]} label={t(`authority.state.${state}`)} />
        {imported !== null && (
          <Button
            size="small"
            variant="plain"
            blocked={why}
            aria-label={t('authority.removeNamed', { name })}
            data-action="remove-authority"
            onClick={() => {
              onRemove(authority);
            }}
          >
            {t('authority.remove')}
          </Button>
        )}
      </div>
      <AuthorityWords authority={authority} />
      {imported !== null && (
        <details className={styles.details}>
          <summary>{t('authority.details', { name })}</summary>
          <CertificateFactList facts={imported} />
        </details>
      )}
    </li>
  );
}

function AuthorityWords({ authority }: { readonly authority: Authority }) {
  const t = useMessages();
  const context = useTimeContext();
  const { expectation, notice, key } = authority;
  const isOld = key === 'osd-lu-kelas-2' && (notice === 'expired' || notice === 'expires-soon');
  return (
    <>
      {expectation !== null && (
        <p className={styles.facts}>
          {t('authority.expected', {
            from: formatDate(expectation.notBefore, context),
            to: formatDate(expectation.notAfter, context),
            role: t(expectation.isRoot ? 'authority.root' : 'authority.intermediate'),
          })}
        </p>
      )}
      {isOld && <p>{t('authority.notice.osd-lu-kelas-2')}</p>}
      {!isOld && notice === 'expires-soon' && <p>{t('authority.notice.expires-soon')}</p>}
    </>
  );
}
