import { Section } from '../../ui/data/section';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { WatchedFolderForm } from '../shared/watched-folder-form';

/** The folder of this computer in which BeSign or Panter puts signed letters; none at first. */
export function ReturnFolder() {
  const t = useMessages();
  const { host } = useLoket();
  const { why } = useMay('configure-office');
  return (
    <Section title={t('returns.title')} description={t('returns.text')}>
      <WatchedFolderForm
        service={host.returns}
        name="returns"
        action="return-folder"
        hint={t('returns.hint')}
        saved={t('returns.saved')}
        stopped={t('returns.stopped')}
        blocked={why}
      />
    </Section>
  );
}
