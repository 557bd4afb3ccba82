import type { ComponentPropsWithRef } from 'react';

export interface FilePickerProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'type' | 'hidden' | 'onChange'
> {
  /** Read out; nothing of the picker is seen. */
  readonly 'aria-label': string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The browser's own file picker, out of sight: a button beside it opens it by `ref`. */
export function FilePicker({ onFiles, ...input }: FilePickerProps) {
  return (
    <input
      {...input}
      type="file"
      hidden
      onChange={(event) => {
        const files = Array.from(event.target.files ?? []);
        // The same file may be chosen again after it was removed.
        event.target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
