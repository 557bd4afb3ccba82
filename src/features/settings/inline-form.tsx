import type { ReactNode, SyntheticEvent } from 'react';

interface InlineFormProps {
  readonly className: string | undefined;
  readonly onSubmit: () => void;
  /** Escape: ends without doing anything. */
  readonly onEnd: () => void;
  readonly children: ReactNode;
}

/** A small form within a list: Enter does it, Escape puts it away. */
export function InlineForm({ className, onSubmit, onEnd, children }: InlineFormProps) {
  return (
    <form
      className={className}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onEnd();
      }}
    >
      {children}
    </form>
  );
}
