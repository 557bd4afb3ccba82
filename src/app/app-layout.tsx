import {
  FileCheck2,
  FilePlus2,
  Fingerprint,
  Inbox,
  Mails,
  Send,
  Settings,
  Signature,
  TableProperties,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { Outlet, useLocation, useMatches, useNavigate } from 'react-router';
import type { PlainMessageKey } from '../messages/catalogue';
import { AppFrame, type RailItem } from '../ui/frame/app-frame';
import { LineStatus } from '../ui/frame/line-status';
import { SearchBox } from '../ui/frame/search-box';
import { useSearchQuery } from '../ui/frame/search-query';
import { formatTime } from '../ui/format/date-time';
import { ShortcutHelp } from '../ui/keyboard/shortcut-help';
import { useShortcuts } from '../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../ui/messages/use-messages';
import { useFrameFacts, type FrameFacts } from './frame-facts';
import { useMinute } from './use-minute';
import { useWindowDrop } from './use-window-drop';

interface Place {
  readonly id:
    | 'loket'
    | 'new'
    | 'register'
    | 'disposition'
    | 'outbox'
    | 'letters'
    | 'check'
    | 'privacy'
    | 'settings';
  readonly path: string;
  readonly icon: LucideIcon;
  readonly count?: (facts: FrameFacts) => number;
}

const NEW_PATH = '/permohonan/baru';
const CHECK_PATH = '/periksa';
const places: readonly Place[] = [
  { id: 'loket', path: '/', icon: Inbox, count: (facts) => facts.openCount },
  { id: 'new', path: NEW_PATH, icon: FilePlus2 },
  { id: 'register', path: '/register', icon: TableProperties },
  { id: 'disposition', path: '/disposisi', icon: Signature },
  { id: 'outbox', path: '/antrean', icon: Send, count: (facts) => facts.line.needAction },
  { id: 'letters', path: '/surat', icon: Mails },
];
const checkPlace: Place = { id: 'check', path: CHECK_PATH, icon: FileCheck2 };
/** Rights and incidents: few come here every day, so that they stand at the foot. */
const privacyPlace: Place = {
  id: 'privacy',
  path: '/hak-subjek',
  icon: Fingerprint,
  count: (facts) => facts.privacyCount,
};
const settingsPlace: Place = { id: 'settings', path: '/pengaturan', icon: Settings };

const railKey = 'loket.rail';

/** Whether the rail is narrow: remembered on this machine. */
function useRail(): readonly [boolean, (collapsed: boolean) => void] {
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(railKey) === 'narrow');
  return [
    collapsed,
    (next) => {
      localStorage.setItem(railKey, next ? 'narrow' : 'wide');
      setCollapsed(next);
    },
  ];
}

/** Titles name the screen, never a person. A new page starts at its top and has the focus. */
function usePageChange(): void {
  const t = useMessages();
  const { pathname } = useLocation();
  const handle = useMatches().at(-1)?.handle as { readonly title?: PlainMessageKey } | undefined;
  const title = handle?.title === undefined ? null : t(handle.title);
  useEffect(() => {
    document.title = title === null ? t('frame.app') : `${title} – ${t('frame.app')}`;
  }, [title, t]);
  useEffect(() => {
    const main = document.querySelector('main');
    if (main !== null) {
      main.scrollTop = 0;
      if (!main.contains(document.activeElement)) {
        main.focus({ preventScroll: true });
      }
    }
  }, [pathname]);
}

function usePlaceShortcuts(
  reachable: readonly Place[],
  { onSwitchStaff, mayRecord }: FrameFacts,
): void {
  const t = useMessages();
  const navigate = useNavigate();
  const go = (path: string) => () => {
    void navigate(path);
  };
  useShortcuts({
    ...(mayRecord && { n: { label: t('frame.keys.new'), run: go(NEW_PATH) } }),
    ...(onSwitchStaff && { 'Alt+l': { label: t('frame.keys.lock'), run: onSwitchStaff } }),
    ...Object.fromEntries(
      // The numbers stay what they are, whoever sits here.
      reachable.map((place) => [
        `Alt+${String(places.indexOf(place) + 1)}`,
        { label: t(`frame.${place.id}`), run: go(place.path) },
      ]),
    ),
  });
}

/** The frame around every page, filled with what is known of the running Loket. */
export function AppLayout() {
  const t = useMessages();
  const locale = useLocale();
  const facts = useFrameFacts();
  const now = useMinute();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { query, setQuery } = useSearchQuery();
  const [collapsed, setCollapsed] = useRail();
  usePageChange();
  useWindowDrop(CHECK_PATH);
  const reachable = places.filter(({ path }) => path !== NEW_PATH || facts.mayRecord);
  usePlaceShortcuts(reachable, facts);

  const railItem = (place: Place): RailItem => ({
    id: place.id,
    href: `#${place.path}`,
    label: t(`frame.${place.id}`),
    icon: place.icon,
    current: pathname === place.path || (place.id === 'privacy' && pathname.startsWith('/insiden')),
    count: place.count?.(facts),
  });
  return (
    <>
      <AppFrame
        items={reachable.map(railItem)}
        footItems={[railItem(checkPlace), railItem(privacyPlace), railItem(settingsPlace)]}
        collapsed={collapsed}
        onCollapsedChange={setCollapsed}
        search={
          <SearchBox
            value={query}
            onValueChange={setQuery}
            onSearch={() => {
              void navigate('/register');
            }}
          />
        }
        desk={facts.desk}
        onSwitchStaff={facts.onSwitchStaff}
        clock={formatTime(now, { locale, timeZone: facts.timeZone })}
        line={<LineStatus {...facts.line} href="#/antrean" />}
      >
        <Outlet />
      </AppFrame>
      <ShortcutHelp />
    </>
  );
}
