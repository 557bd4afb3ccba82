import { useEffect, useState } from 'react';
import type { OfficeProfile } from '../../domain/office/office-event';
import { Button } from '../../ui/controls/button';
import { FileDrop } from '../../ui/forms/file-drop';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { OfficeFailure } from './office-failure';
import styles from './settings.module.css';
import { useLogo, type StoredLogo } from './use-logo';

/** The pictures of an office, with where its profile keeps each. */
const PLACES = {
  logo: {
    read: ({ logo }: OfficeProfile) => logo,
    write: (profile: OfficeProfile, logo: StoredLogo | null): OfficeProfile => ({
      ...profile,
      logo,
    }),
  },
  signatureLogo: {
    read: ({ signing }: OfficeProfile) => signing.logo,
    write: (profile: OfficeProfile, logo: StoredLogo | null): OfficeProfile => ({
      ...profile,
      signing: { ...profile.signing, logo },
    }),
  },
} as const;

interface LogoFieldProps {
  readonly profile: OfficeProfile;
  readonly of: keyof typeof PLACES;
}

/** A picture of the office: chosen or dropped, kept at once, shown as it is kept. */
export function LogoField({ profile, of }: LogoFieldProps) {
  const t = useMessages();
  const { read, write } = PLACES[of];
  const logo = read(profile);
  const { problem, failure, busy, put, remove } = useLogo((kept) => write(profile, kept));
  return (
    <div className={styles.logo}>
      <div className={styles.logoFrame}>
        {logo === null ? (
          <span className={styles.faint}>{t(`settings.${of}.none`)}</span>
        ) : (
          <LogoPicture key={logo.address} logo={logo} alt={t(`settings.${of}.alt`)} />
        )}
      </div>
      <div className={styles.logoField}>
        <FileDrop
          label={t(`settings.${of}`)}
          hint={t(`settings.${of}.hint`)}
          accept="image/png,image/jpeg,image/svg+xml"
          busy={busy}
          error={problem ?? undefined}
          onFiles={(files) => {
            if (files[0] !== undefined) put(files[0]);
          }}
        />
        {logo !== null && (
          <Button size="small" variant="plain" onClick={remove}>
            {t(`settings.${of}.remove`)}
          </Button>
        )}
        {failure !== null && <OfficeFailure failure={failure} />}
      </div>
    </div>
  );
}

function LogoPicture({ logo, alt }: { readonly logo: StoredLogo; readonly alt: string }) {
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
  return url === null ? null : <img src={url} alt={alt} className={styles.picture} />;
}
