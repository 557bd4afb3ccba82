/** The same empty frame as in index.html, so that nothing jumps when React takes over. */
export function Splash() {
  return (
    <div className="splash" aria-hidden="true">
      <div className="splash-rail">
        <strong>Loket SE</strong>
      </div>
      <div className="splash-top" />
    </div>
  );
}
