import { useState } from 'react';
import type { OfficeProfile } from '../../domain/office/office-event';
import { LARGEST_SOP_FILE, parseSopFile, type SopFileProblem } from '../../domain/sop/sop-file';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useToast } from '../../ui/feedback/toast';
import { FileDrop } from '../../ui/forms/file-drop';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { readChosen } from '../shared/thrown-as-failure';
import { importDraft } from './begin-draft';
import { fileIssueText } from './sop-file-words';
import type { SopDraft } from './sop-draft';
import styles from './sop.module.css';

type ImportProblem = SopFileProblem | { readonly code: 'unreadable' };

/** Places of a file that are named at most; the rest are counted. */
const NAMED = 12;

interface SopImportProps {
  readonly profile: OfficeProfile;
  readonly onRead: (draft: SopDraft) => void;
}

/** A file becomes a draft to be looked at, or says what in it is wrong; never published here. */
export function SopImport({ profile, onRead }: SopImportProps) {
  const t = useMessages();
  const toast = useToast();
  const { store, now } = useLoket();
  const [refused, setRefused] = useState<{
    readonly name: string;
    readonly problem: ImportProblem;
  } | null>(null);

  async function take(file: File): Promise<void> {
    const read = await readSop(file);
    if (!read.ok) {
      setRefused({ name: file.name, problem: read.error });
      return;
    }
    const sop = read.value;
    const draft = importDraft(sop, { sops: store.sops, profile, now: now() });
    const { version } = draft.sop;
    toast({
      text:
        draft.sop.id !== sop.id
          ? t('sop.import.newId', { id: sop.id })
          : draft.follows !== null
            ? t('sop.import.nextVersion', { id: sop.id, version })
            : t('sop.import.taken'),
      seconds: 10,
    });
    onRead(draft);
  }

  return (
    <Section title={t('sop.import')} description={t('sop.importText')}>
      <Stack>
        {refused !== null && <ImportRefusal {...refused} />}
        <FileDrop
          id="sop-file"
          label={t('sop.import.file')}
          hint={t('sop.import.hint')}
          accept="application/json,.json"
          onFiles={([file]) => {
            setRefused(null);
            if (file !== undefined) void take(file);
          }}
        />
      </Stack>
    </Section>
  );
}

/** The SOP of a chosen file. A file that is far too large is not read at all. */
async function readSop(
  file: File,
): Promise<ReturnType<typeof parseSopFile> | { ok: false; error: ImportProblem }> {
  // A character takes at most four bytes: what is larger cannot be an SOP that is taken.
  if (file.size > 4 * LARGEST_SOP_FILE) return { ok: false, error: { code: 'too-large' } };
  const bytes = await readChosen(file);
  if (bytes === null) return { ok: false, error: { code: 'unreadable' } };
  try {
    return parseSopFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, error: { code: 'not-json', line: null, detail: 'not UTF-8' } };
  }
}

function ImportRefusal({
  name,
  problem,
}: {
  readonly name: string;
  readonly problem: ImportProblem;
}) {
  const t = useMessages();
  const locale = useLocale();
  const title = t('sop.import.refused', { name });
  switch (problem.code) {
    case 'wrong-shape': {
      const named = problem.issues.slice(0, NAMED);
      const more = problem.issues.length - named.length;
      return (
        <Banner tone="bad" title={title}>
          {t('sop.import.wrong-shape', { count: problem.issues.length })}
          <ul className={styles.issues}>
            {named.map((issue) => (
              <li key={`${issue.path} ${issue.code}`}>{fileIssueText(issue, locale)}</li>
            ))}
          </ul>
          {more > 0 && t('sop.import.more', { count: more })}
        </Banner>
      );
    }
    case 'newer-shape':
      return (
        <Banner tone="bad" title={title}>
          {t('sop.import.newer-shape', { fields: problem.fields.slice(0, NAMED).join(', ') })}
        </Banner>
      );
    case 'not-json':
      return (
        <Banner
          tone="bad"
          title={title}
          details={{ summary: t('ui.showDetails'), text: problem.detail }}
        >
          {problem.line === null
            ? t('sop.import.not-json')
            : t('sop.import.not-json-line', { line: problem.line })}
        </Banner>
      );
    case 'too-large':
    case 'not-an-sop':
    case 'unreadable':
      return (
        <Banner tone="bad" title={title}>
          {t(`sop.import.${problem.code}`)}
        </Banner>
      );
  }
}
