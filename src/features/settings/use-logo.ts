import { useState } from 'react';
import { fail, succeed } from '../../contract/result';
import { OFFICE_STREAM, type OfficeProfile } from '../../domain/office/office-event';
import type { CommandFailure } from '../../store/store';
import { formatBytes } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { readChosen, thrownAsFailure } from '../shared/thrown-as-failure';
import { LARGEST_LOGO, readLogoPicture } from './logo-picture';
import { useOfficeCommand } from './settings-form';

export type StoredLogo = NonNullable<OfficeProfile['logo']>;

export interface LogoState {
  /** Why the chosen file is no logo, as a sentence. */
  readonly problem: string | null;
  readonly failure: CommandFailure | null;
  readonly busy: boolean;
  readonly put: (file: File) => void;
  readonly remove: () => void;
}

/**
 * Checks a picture by its content, stores its file, then names it in the profile that
 * `profileWith` gives.
 */
export function useLogo(profileWith: (logo: StoredLogo | null) => OfficeProfile): LogoState {
  const t = useMessages();
  const locale = useLocale();
  const { host } = useLoket();
  const execute = useOfficeCommand();
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [busy, setBusy] = useState(false);

  /** The picture to keep; null after saying why there is none. */
  async function checked(file: File) {
    if (file.size > LARGEST_LOGO) {
      setProblem(t('settings.logo.tooLarge', { size: formatBytes(file.size, locale) }));
      return null;
    }
    const bytes = await readChosen(file);
    if (bytes === null) {
      setProblem(t('problem.file-unreadable'));
      return null;
    }
    const picture = await readLogoPicture(bytes);
    if (picture.ok) return picture.value;
    const { error } = picture;
    const isOwn = error.kind === 'logo';
    setProblem(isOwn ? t(`settings.logo.problem.${error.code}`) : t(`problem.${error.code}`));
    return null;
  }

  async function store(file: File): Promise<void> {
    setProblem(null);
    setBusy(true);
    const kept = await thrownAsFailure(async () => {
      const picture = await checked(file);
      if (picture === null) return succeed(null);
      const { bytes, mediaType } = picture;
      const stored = await host.files.put({ bytes, subject: OFFICE_STREAM });
      if (!stored.ok) return fail({ kind: 'not-recorded', error: stored.error } as const);
      const profile = profileWith({ ...stored.value, mediaType });
      const failed = await execute({ command: 'configure-office', profile });
      return failed === null ? succeed(null) : fail(failed);
    });
    setFailure(kept.ok ? null : kept.error);
    setBusy(false);
  }

  return {
    problem,
    failure,
    busy,
    put: (file) => void store(file),
    remove: () => {
      void execute({ command: 'configure-office', profile: profileWith(null) }).then(setFailure);
    },
  };
}
