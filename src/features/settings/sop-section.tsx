import { ButtonLink } from '../../ui/controls/button';
import { ButtonRow, Section, Stack } from '../../ui/data/section';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import styles from './settings.module.css';

/** How many SOPs there are and which the counter offers; they have a page of their own. */
export function SopSection({ id }: { readonly id: string }) {
  const t = useMessages();
  const { sops } = useLoket().store;
  const installed = sops.installed();
  const facts = {
    installed: installed.length,
    own: installed.filter((sop) => !sops.isPreset(sop.id)).length,
    offered: sops.inUse().length,
  };
  return (
    <div id={id} className={styles.anchor} tabIndex={-1}>
      <Section title={t('settings.sop')} description={t('sop.settings.text')}>
        <Stack>
          <p>{t('sop.settings.count', facts)}</p>
          <ButtonRow>
            <ButtonLink href="#/sop" data-action="open-sops">
              {t('sop.settings.open')}
            </ButtonLink>
          </ButtonRow>
        </Stack>
      </Section>
    </div>
  );
}
