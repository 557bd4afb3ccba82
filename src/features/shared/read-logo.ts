import type { Host } from '../../contract';
import type { LetterLogo } from '../../documents/letter-options';
import type { OfficeProfile } from '../../domain/office/office-event';

/** The office's logo as papers bear it; null without one, and where its file is lost. */
export async function readLogo(
  host: Pick<Host, 'files'>,
  { logo }: Pick<OfficeProfile, 'logo'>,
): Promise<LetterLogo | null> {
  if (logo?.mediaType !== 'image/png' && logo?.mediaType !== 'image/jpeg') return null;
  const file = await host.files.get({ address: logo.address });
  // A lost logo must not keep a person waiting for the paper: it is made without.
  return file.ok ? { bytes: file.value.bytes, mediaType: logo.mediaType } : null;
}
