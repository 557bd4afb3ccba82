import { FolderOpen, Square } from 'lucide-react';
import { useRef } from 'react';
import { isMessageKey, translateMessage } from '../../messages/catalogue';
import { Button, ButtonLink } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Progress } from '../../ui/feedback/progress';
import { FileDrop } from '../../ui/forms/file-drop';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useNavigate } from 'react-router';
import { useMay } from '../shared/use-permission';
import { DiskBanner } from '../shared/disk-banner';
import { ImportRows } from './import-rows';
import styles from './register.module.css';
import { useImport, type ImportWork } from './use-import';

/** `/register/impor`: walk-ins from a file, seen row by row before they are recorded. */
export function ImportPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const work = useImport();
  useShortcuts(
    {
      Escape: {
        label: t('frame.keys.back'),
        run: () => {
          void navigate('/register');
        },
      },
    },
    { group: t('import.title'), enabled: !work.running },
  );
  return (
    <Page
      head={
        <PageHead
          title={t('import.title')}
          facts={work.fileName === null ? [] : [work.fileName]}
          actions={<ImportActions work={work} />}
        />
      }
    >
      <Stack>
        <DiskBanner />
        <FileProblem work={work} />
        <Running work={work} />
        {!work.running && !work.ended && <Choosing work={work} />}
        {work.rows.length > 0 && <ImportRows work={work} />}
      </Stack>
    </Page>
  );
}

function ImportActions({ work }: { readonly work: ImportWork }) {
  const t = useMessages();
  const { why } = useMay('import', 'record-request');
  const taken = work.rows.filter(({ outcome }) => outcome === 'taken').length;
  if (work.running) {
    return (
      <Button icon={Square} busy={work.stopping} data-action="stop-import" onClick={work.stop}>
        {t('import.stop')}
      </Button>
    );
  }
  if (work.ended) {
    return (
      <>
        <Button onClick={work.reset}>{t('import.another')}</Button>
        <ButtonLink variant="primary" href="#/register">
          {t('import.toRegister')}
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <ButtonLink href="#/register">{t('ui.cancel')}</ButtonLink>
      {taken > 0 && (
        <Button
          variant="primary"
          data-action="import"
          blocked={why}
          onClick={() => {
            void work.start();
          }}
        >
          {t('import.start', { count: taken })}
        </Button>
      )}
    </>
  );
}

function FileProblem({ work }: { readonly work: ImportWork }) {
  const t = useMessages();
  const locale = useLocale();
  if (work.problem === null) return null;
  const { code, params } = work.problem;
  const key = `problem.${code}`;
  return (
    <Banner tone="bad" title={t('import.unreadable')}>
      {isMessageKey(key) ? translateMessage(locale, { key, params }) : code}
    </Banner>
  );
}

function Running({ work }: { readonly work: ImportWork }) {
  const t = useMessages();
  const total = work.rows.filter(({ outcome }) => outcome === 'taken').length;
  const done = work.outcomes.length;
  if (work.running) {
    return <Progress label={t('import.running', { done, total })} value={done / total} />;
  }
  if (!work.ended) return null;
  const recorded = work.outcomes.filter(({ outcome }) => outcome === 'recorded').length;
  return (
    <Banner
      tone={recorded === total ? 'good' : 'warn'}
      title={t('import.done', { count: recorded, total })}
    >
      {done < total ? t('import.stopped', { count: total - done }) : undefined}
    </Banner>
  );
}

function Choosing({ work }: { readonly work: ImportWork }) {
  const t = useMessages();
  const folder = useRef<HTMLInputElement>(null);
  const choose = (files: readonly File[]) => {
    void work.choose(files);
  };
  return (
    <Section title={t('import.choose')} description={t('import.chooseText')}>
      <div className={styles.choosing}>
        <FileDrop
          id="walk-ins"
          label={t('import.files')}
          hint={t('import.filesHint')}
          multiple
          onFiles={choose}
        />
        <div className={styles.folder}>
          <Button icon={FolderOpen} onClick={() => folder.current?.click()}>
            {t('import.folder')}
          </Button>
          <span className={styles.faint}>
            {work.papers === 0
              ? t('import.folderHint')
              : t('import.papers', { count: work.papers })}
          </span>
          <input
            ref={(input) => {
              folder.current = input;
              // No typed property in React: a folder is chosen by this attribute.
              input?.setAttribute('webkitdirectory', '');
            }}
            type="file"
            hidden
            multiple
            data-import="folder"
            aria-label={t('import.folder')}
            onChange={(event) => {
              const files = Array.from(event.target.files ?? []);
              event.target.value = '';
              choose(files);
            }}
          />
        </div>
      </div>
    </Section>
  );
}
