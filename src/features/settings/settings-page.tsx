import { useEffect, type ComponentType } from 'react';
import { useSearchParams } from 'react-router';
import type { OfficeProfile } from '../../domain/office/office-event';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { rolesText } from '../shared/role-words';
import { useMay } from '../shared/use-permission';
import { AuthoritiesSection } from './authorities-section';
import { BackupSection } from './backup-section';
import { CalendarSection } from './calendar-section';
import { EmailsSection } from './emails-section';
import { EsignSection } from './esign-section';
import { GatewaySection } from './gateway-section';
import { LettersSection } from './letters-section';
import { NoticeSection } from './notice-section';
import { OfficeSection } from './office-section';
import { OfficialsSection } from './officials-section';
import { RetentionSection } from './retention-section';
import styles from './settings.module.css';
import { SecuritySection } from './security-section';
import { SopSection } from './sop-section';
import { SigningSection } from './signing-section';
import { StaffSection } from './staff-section';
import { TemplatesSection } from './templates-section';
import { PaperSection } from './paper-section';
import { TrailSection } from './trail-section';

interface SectionProps {
  readonly id: string;
  readonly profile: OfficeProfile;
}

const sections = {
  office: OfficeSection,
  officials: OfficialsSection,
  calendar: CalendarSection,
  sop: SopSection,
  emails: EmailsSection,
  letters: LettersSection,
  templates: TemplatesSection,
  paper: PaperSection,
  signing: SigningSection,
  gateway: GatewaySection,
  authorities: AuthoritiesSection,
  esign: EsignSection,
  privacy: NoticeSection,
  backup: BackupSection,
  staff: StaffSection,
  security: SecuritySection,
  trail: TrailSection,
  retention: RetentionSection,
} as const satisfies Readonly<Record<string, ComponentType<SectionProps>>>;
type SectionName = keyof typeof sections;
const names = Object.keys(sections) as readonly SectionName[];

function sectionId(name: SectionName): string {
  return `settings-${name}`;
}

function showSection(name: SectionName): void {
  const section = document.getElementById(sectionId(name));
  section?.scrollIntoView();
  section?.focus({ preventScroll: true });
}

/**
 * `/pengaturan`: the office's own facts, section by section, each saved for itself. With
 * `?bagian=calendar` it opens at that section.
 */
export function SettingsPage() {
  const t = useMessages();
  const { office, signOut } = useLoket();
  const [search] = useSearchParams();
  const wanted = names.find((name) => name === search.get('bagian'));
  useWantedSection(wanted);
  const { profile } = office;
  const see = useMay('view-settings');
  if (profile === null) return null;
  const head = (
    <PageHead
      title={t('frame.settings')}
      actions={<Button onClick={signOut}>{t('settings.switchStaff')}</Button>}
    />
  );
  if (!see.may) {
    return (
      <Page head={head}>
        <EmptyState title={t('permission.notYours')} text={see.why ?? ''} />
      </Page>
    );
  }
  return (
    <Page head={head}>
      <OnlyLooking />
      <div className={styles.page}>
        <nav aria-label={t('settings.sections')} className={styles.nav}>
          <ul>
            {names.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className={styles.navItem}
                  onClick={() => {
                    showSection(name);
                  }}
                >
                  {t(`settings.${name}`)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.sections}>
          {names.map((name) => {
            const Part = sections[name];
            return <Part key={name} id={sectionId(name)} profile={profile} />;
          })}
        </div>
      </div>
    </Page>
  );
}

/** Opens the page at a section, after the frame has put the new page at its top. */
function useWantedSection(wanted: (typeof names)[number] | undefined): void {
  useEffect(() => {
    if (wanted === undefined) return undefined;
    const frame = requestAnimationFrame(() => {
      showSection(wanted);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [wanted]);
}

/** Said once for the whole page; each save says it again. */
function OnlyLooking() {
  const t = useMessages();
  const locale = useLocale();
  const { refusal } = useMay('configure-office');
  if (refusal?.code !== 'not-permitted') return null;
  return (
    <Banner tone="info" title={t('permission.settings')}>
      {t('permission.settingsText', { roles: rolesText(refusal.needs, locale) })}
    </Banner>
  );
}
