import { useEffect, useState } from 'react';
import { fail, succeed } from '../../contract/result';
import { inspectPicture } from '../../domain/documents/inspect-picture';
import { sniffMediaType } from '../../domain/documents/sniff-media-type';
import { OFFICE_STREAM, type OfficeProfile } from '../../domain/office/office-event';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { FileDrop } from '../../ui/forms/file-drop';
import { formatBytes } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { readChosen, thrownAsFailure } from '../shared/thrown-as-failure';
import { OfficeFailure } from './office-failure';
import { useOfficeCommand } from './settings-form';
import styles from './settings.module.css';

/** Largest logo taken, in bytes: it goes into every letter. */
const LARGEST = 1_000_000;

/** The logo of the letterhead: chosen or dropped, kept at once, shown as it is kept. */
export function LogoField({ profile }: { readonly profile: OfficeProfile }) {
  const t = useMessages();
  const { problem, failure, busy, put, remove } = useLogo(profile);
  return (
    <div className={styles.logo}>
      <div className={styles.logoFrame}>
        {profile.logo === null ? (
          <span className={styles.faint}>{t('settings.logo.none')}</span>
        ) : (
          <LogoPicture key={profile.logo.address} logo={profile.logo} />
        )}
      </div>
      <div className={styles.logoField}>
        <FileDrop
          label={t('settings.logo')}
          hint={t('settings.logo.hint')}
          accept="image/png,image/jpeg"
          busy={busy}
          error={problem ?? undefined}
          onFiles={(files) => {
            if (files[0] !== undefined) put(files[0]);
          }}
        />
        {profile.logo !== null && (
          <Button size="small" variant="plain" onClick={remove}>
            {t('settings.logo.remove')}
          </Button>
        )}
        {failure !== null && <OfficeFailure failure={failure} />}
      </div>
    </div>
  );
}

function LogoPicture({ logo }: { readonly logo: NonNullable<OfficeProfile['logo']> }) {
  const t = useMessages();
  const { host } = useLoket();
  const [url, setUrl] = useState<string | null>(null);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const { address, mediaType } = logo;
  useEffect(() => {
    let made: string | null = null;
    let isWanted = true;
    void host.files.get({ address }).then((got) => {
      if (!isWanted) return;
      if (!got.ok) {
        setIsUnreadable(true);
        return;
      }
      made = URL.createObjectURL(new Blob([new Uint8Array(got.value.bytes)], { type: mediaType }));
      setUrl(made);
    });
    return () => {
      isWanted = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [host, address, mediaType]);
  if (isUnreadable) return <span className={styles.faint}>{t('settings.logo.unreadable')}</span>;
  return url === null ? null : (
    <img src={url} alt={t('settings.logo.alt')} className={styles.picture} />
  );
}

interface Logo {
  readonly problem: string | null;
  readonly failure: CommandFailure | null;
  readonly busy: boolean;
  readonly put: (file: File) => void;
  readonly remove: () => void;
}

/** Checks a picture by its content, stores its file, then names it in the profile. */
function useLogo(profile: OfficeProfile): Logo {
  const t = useMessages();
  const locale = useLocale();
  const { host } = useLoket();
  const execute = useOfficeCommand();
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [busy, setBusy] = useState(false);

  async function store(file: File): Promise<void> {
    setProblem(null);
    if (file.size > LARGEST) {
      setProblem(t('settings.logo.tooLarge', { size: formatBytes(file.size, locale) }));
      return;
    }
    const bytes = await readChosen(file);
    if (bytes === null) {
      setProblem(t('problem.file-unreadable'));
      return;
    }
    const kind = sniffMediaType(bytes);
    if (!kind.ok || kind.value === 'application/pdf') {
      setProblem(t('settings.logo.notPicture'));
      return;
    }
    const unfit = inspectPicture(bytes, kind.value);
    if (unfit !== null) {
      setProblem(t(`problem.${unfit.code}`));
      return;
    }
    setBusy(true);
    const kept = await thrownAsFailure(async () => {
      const stored = await host.files.put({ bytes, subject: OFFICE_STREAM });
      if (!stored.ok) return fail({ kind: 'not-recorded', error: stored.error } as const);
      const logo = { ...stored.value, mediaType: kind.value };
      const failed = await execute({ command: 'configure-office', profile: { ...profile, logo } });
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
      void execute({ command: 'configure-office', profile: { ...profile, logo: null } }).then(
        setFailure,
      );
    },
  };
}
