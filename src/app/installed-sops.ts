/** The SOPs that came with this installation, not yet parsed: one file, one SOP. */
export function installedSops(): readonly unknown[] {
  return Object.values(
    import.meta.glob<unknown>('../../resources/sop/*.json', { eager: true, import: 'default' }),
  );
}
