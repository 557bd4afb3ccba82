import '../../../src/app/strict-zod';
import { FilePlus2, Inbox, Send, Settings, Signature, TableProperties } from 'lucide-react';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CrashScreen } from '../../../src/app/crash-boundary';
import { EmptyState } from '../../../src/ui/feedback/empty-state';
import { ToastProvider } from '../../../src/ui/feedback/toast';
import { AppFrame } from '../../../src/ui/frame/app-frame';
import { LineStatus } from '../../../src/ui/frame/line-status';
import { SearchBox } from '../../../src/ui/frame/search-box';
import { ShortcutHelp } from '../../../src/ui/keyboard/shortcut-help';
import { ShortcutProvider } from '../../../src/ui/keyboard/use-shortcuts';
import { LocaleProvider } from '../../../src/ui/messages/use-messages';
import { ControlsPage } from './controls-page';
import { FormPage } from './form-page';
import { SplitPage, TablePage } from './list-page';
import { RequestPage } from './request-page';
import { ViewerPage } from './viewer-page';

const pages = {
  split: { label: 'Loket', icon: Inbox, count: 4, page: <SplitPage /> },
  form: { label: 'Permohonan baru', icon: FilePlus2, count: 0, page: <FormPage /> },
  table: { label: 'Register', icon: TableProperties, count: 0, page: <TablePage /> },
  request: { label: 'Disposisi', icon: Signature, count: 2, page: <RequestPage /> },
  viewer: { label: 'Antrean kirim', icon: Send, count: 1, page: <ViewerPage /> },
  controls: { label: 'Pengaturan', icon: Settings, count: 0, page: <ControlsPage /> },
  empty: {
    label: 'Kosong',
    icon: Inbox,
    count: 0,
    page: <EmptyState title="Belum ada permohonan" text="Mulai dengan orang pertama di loket." />,
  },
  crash: {
    label: 'Rusak',
    icon: Inbox,
    count: 0,
    page: <CrashScreen error={new TypeError('contoh')} />,
  },
} as const;
type PageName = keyof typeof pages;

function currentPage(): PageName {
  const name = window.location.hash.slice(1);
  return Object.hasOwn(pages, name) ? (name as PageName) : 'split';
}

function Gallery() {
  const [name, setName] = useState<PageName>(currentPage);
  const [collapsed, setCollapsed] = useState(false);
  const [query, setQuery] = useState('');
  useEffect(() => {
    const follow = () => {
      setName(currentPage());
    };
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
    };
  }, []);
  const item = (id: PageName) => ({ id, href: `#${id}`, current: id === name, ...pages[id] });
  return (
    <AppFrame
      items={(['split', 'form', 'table', 'request', 'viewer'] as const).map(item)}
      footItems={[item('controls')]}
      collapsed={collapsed}
      onCollapsedChange={setCollapsed}
      search={<SearchBox value={query} onValueChange={setQuery} onSearch={setQuery} />}
      desk="Loket A · Contoh Petugas"
      clock="09.14 WIB"
      line={
        <LineStatus
          state="offline"
          since="09.12"
          reason="tidak ada jaringan"
          sending={0}
          waiting={3}
          needAction={1}
          href="#viewer"
        />
      }
    >
      {pages[name].page}
    </AppFrame>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider locale="id">
        <ShortcutProvider>
          <ToastProvider>
            <Gallery />
            <ShortcutHelp />
          </ToastProvider>
        </ShortcutProvider>
      </LocaleProvider>
    </StrictMode>,
  );
}
