import { PanelLeftClose, PanelLeftOpen, type LucideIcon } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { classNames } from '../class-names';
import { Button } from '../controls/button';
import { useMessages } from '../messages/use-messages';
import styles from './app-frame.module.css';

export interface RailItem {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly current: boolean;
  /** How many wait for somebody's hand; nothing is shown for 0. */
  readonly count?: number | undefined;
}

export interface AppFrameProps {
  readonly items: readonly RailItem[];
  /** Stand at the foot of the rail: settings. */
  readonly footItems: readonly RailItem[];
  readonly collapsed: boolean;
  readonly onCollapsedChange: (collapsed: boolean) => void;
  /** Left of the top line: `SearchBox`. */
  readonly search: ReactNode;
  /** "Loket A · Contoh Satu". */
  readonly desk: string | null;
  /** Lets somebody else sit at the desk; the name is only a text without it. */
  readonly onSwitchStaff?: (() => void) | undefined;
  /** "09.14 WIB". */
  readonly clock: string;
  /** Right end of the top line: `LineStatus`. */
  readonly line: ReactNode;
  readonly children: ReactNode;
}

function RailLink({ item, collapsed }: { readonly item: RailItem; readonly collapsed: boolean }) {
  const t = useMessages();
  const Icon = item.icon;
  const count = item.count ?? 0;
  return (
    <li>
      <a
        href={item.href}
        aria-current={item.current ? 'page' : undefined}
        title={collapsed ? item.label : undefined}
        className={styles.link}
      >
        <Icon className={styles.icon} size={18} strokeWidth={1.75} aria-hidden="true" />
        <span className={styles.label}>{item.label}</span>
        {count > 0 && (
          <span className={styles.count}>
            <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
            <span className={styles.spoken}>{t('frame.actCount', { count })}</span>
          </span>
        )}
      </a>
    </li>
  );
}

function Rail(props: AppFrameProps) {
  const t = useMessages();
  const { collapsed } = props;
  return (
    <nav aria-label={t('frame.rail')} className={styles.rail}>
      <div className={styles.brand}>
        <span className={styles.brandName}>{t('frame.app')}</span>
        <Button
          variant="plain"
          size="small"
          icon={collapsed ? PanelLeftOpen : PanelLeftClose}
          aria-label={collapsed ? t('frame.expand') : t('frame.collapse')}
          aria-expanded={!collapsed}
          onClick={() => {
            props.onCollapsedChange(!collapsed);
          }}
        />
      </div>
      <ul className={styles.items}>
        {props.items.map((item) => (
          <RailLink key={item.id} item={item} collapsed={collapsed} />
        ))}
      </ul>
      <ul className={classNames(styles.items, styles.foot)}>
        {props.footItems.map((item) => (
          <RailLink key={item.id} item={item} collapsed={collapsed} />
        ))}
      </ul>
    </nav>
  );
}

function Desk({ desk, onSwitchStaff }: Pick<AppFrameProps, 'desk' | 'onSwitchStaff'>) {
  const t = useMessages();
  if (desk === null) return null;
  if (onSwitchStaff === undefined) return <span className={styles.desk}>{desk}</span>;
  const label = t('frame.switchStaff', { desk });
  return (
    <button
      type="button"
      className={styles.deskButton}
      title={label}
      aria-label={label}
      data-action="switch-staff"
      onClick={onSwitchStaff}
    >
      {desk}
    </button>
  );
}

/**
 * What surrounds every screen: rail, top line, work area. The work area scrolls on its own and
 * is the `main` landmark; the first Tab offers to skip to it.
 */
export function AppFrame(props: AppFrameProps) {
  const t = useMessages();
  const main = useRef<HTMLElement>(null);
  return (
    <div className={classNames(styles.frame, props.collapsed && styles.collapsed)}>
      <button
        type="button"
        className={styles.skip}
        onClick={() => {
          main.current?.focus();
        }}
      >
        {t('frame.skip')}
      </button>
      <Rail {...props} />
      <header className={styles.top}>
        {props.search}
        <div className={styles.facts}>
          <Desk desk={props.desk} onSwitchStaff={props.onSwitchStaff} />
          <span className={styles.clock}>{props.clock}</span>
        </div>
        {props.line}
      </header>
      <main ref={main} tabIndex={-1} className={styles.main}>
        {props.children}
      </main>
    </div>
  );
}
