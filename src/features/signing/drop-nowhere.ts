import type { DragEvent } from 'react';

/** Ends a drop here: neither the browser opens the file nor the page takes it for a paper. */
export function dropNowhere(event: DragEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
