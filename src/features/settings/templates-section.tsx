import { ButtonLink } from '../../ui/controls/button';
import { ButtonRow, Section, Stack } from '../../ui/data/section';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import styles from './settings.module.css';

/** How many papers there are and how many have the office's own text; they have a page of their own. */
export function TemplatesSection({ id }: { readonly id: string }) {
  const t = useMessages();
  const { templates } = useLoket().store;
  const own = templates.keys.filter((key) => templates.inUse(key)?.version.office != null);
  return (
    <div id={id} className={styles.anchor} tabIndex={-1}>
      <Section title={t('settings.templates')} description={t('template.settings.text')}>
        <Stack>
          <p>{t('template.settings.count', { count: templates.keys.length, own: own.length })}</p>
          <ButtonRow>
            <ButtonLink href="#/naskah-surat" data-action="open-templates">
              {t('template.settings.open')}
            </ButtonLink>
          </ButtonRow>
        </Stack>
      </Section>
    </div>
  );
}
