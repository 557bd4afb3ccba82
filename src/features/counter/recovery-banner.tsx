import { useEffect, useState } from 'react';
import { ButtonLink } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';

/** Tells the administrator that nobody has typed the printed recovery key back yet. */
export function RecoveryBanner() {
  const t = useMessages();
  const { host } = useLoket();
  const { may } = useMay('rotate-keys');
  const [isConfirmed, setIsConfirmed] = useState(true);
  useEffect(() => {
    let isHere = true;
    void host.vault.describe({}).then((answer) => {
      if (isHere && answer.ok) setIsConfirmed(answer.value.recoveryConfirmed);
    });
    return () => {
      isHere = false;
    };
  }, [host]);
  if (!may || isConfirmed) return null;
  return (
    <Banner
      tone="warn"
      title={t('settings.security.unconfirmed')}
      actions={
        <ButtonLink size="small" href="#/pengaturan?bagian=security">
          {t('counter.recovery.open')}
        </ButtonLink>
      }
    />
  );
}
