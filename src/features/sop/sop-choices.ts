import type { Sop, SopReference } from '../../domain/sop/sop';
import type { SopLibrary } from '../../store/store';

/** "2" of the SOP the page is about, "tapin-2025-revocation:1" of any. */
export function parseChoice(text: string | null, id: string): SopReference | null {
  const parsed = /^(?:([a-z0-9-]+):)?(\d{1,6})$/.exec(text ?? '');
  if (parsed === null) return null;
  return { id: parsed[1] ?? id, version: Number(parsed[2]) };
}

/** How a version is written in an address: shorter where the page is about its SOP. */
export function choiceText(reference: SopReference, id?: string): string {
  const version = String(reference.version);
  return reference.id === id ? version : `${reference.id}:${version}`;
}

/** Every version of every SOP, those of the page's SOP first and newest first. */
export function allVersions(sops: SopLibrary, id: string): readonly Sop[] {
  const ids = sops.installed().map((sop) => sop.id);
  return [id, ...ids.filter((one) => one !== id)].flatMap((one) => sops.versions(one).toReversed());
}

/** What a version is compared with unless somebody says otherwise: the one before, its origin. */
export function comparedWith(sops: SopLibrary, sop: Sop): Sop {
  const before = sops.versions(sop.id).findLast(({ version }) => version < sop.version);
  return before ?? (sop.basedOn === null ? undefined : sops.find(sop.basedOn)) ?? sop;
}

/** The address of the page that shows two versions side by side. */
export function diffAddress(before: SopReference, after: SopReference): string {
  const from = choiceText(before, after.id);
  return `#/sop/${after.id}/beda?dari=${from}&ke=${choiceText(after, after.id)}`;
}
