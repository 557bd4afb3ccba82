import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useDroppedDocument } from '../features/signature-check/dropped-document';

/**
 * A file dropped anywhere that nobody took goes to be checked at `path`; it never replaces the
 * window. While a question stands open nothing happens.
 */
export function useWindowDrop(path: string): void {
  const navigate = useNavigate();
  const { offer } = useDroppedDocument();
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      // What a form or a list took is theirs.
      if (event.defaultPrevented) return;
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      if (document.querySelector('dialog[open]') !== null) return;
      offer(file);
      void navigate(path);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [navigate, offer, path]);
}
