import { plainFileName } from '../../domain/documents/file-name';

/**
 * Hands bytes to the browser's own saving of files. The name is made by the caller from ids
 * and register numbers, never from a person; what a file system could misread is taken out.
 */
export function saveFile(bytes: Uint8Array, name: string, mediaType: string): void {
  saveBlob(new Blob([bytes.slice()], { type: mediaType }), name);
}

/** The same for what is too large to lie in memory as one piece. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  // A register number has strokes, which a file's name cannot have.
  link.download = plainFileName(name.replace(/[\\/]/g, '-'));
  link.click();
  // The browser has taken the bytes once the click has been handled.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
