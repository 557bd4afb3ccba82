/**
 * The same empty frame as in index.html, so that nothing jumps when React takes over.
 * `note` is a calm line in the empty part, for what takes long.
 */
export function Splash({ note = null }: { readonly note?: string | null }) {
  return (
    <div className="splash">
      <div className="splash-rail" aria-hidden="true">
        <strong>Loket SE</strong>
      </div>
      <div className="splash-top" aria-hidden="true" />
      {/* Stands there before its words do, so that they are read out when they come. */}
      <p className="splash-note" role="status">
        {note}
      </p>
    </div>
  );
}
