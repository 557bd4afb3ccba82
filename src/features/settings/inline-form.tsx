import { useEffect, useRef, type ReactNode } from 'react';

interface InlineFormProps {
  readonly className: string | undefined;
  readonly onSubmit: () => void;
  /** Escape: ends without doing anything. */
  readonly onEnd: () => void;
  readonly children: ReactNode;
}

/**
 * A small form within a list, opened by a button that it replaces: the focus goes to its first
 * field, Enter does it, Escape puts it away.
 */
export function InlineForm({ className, onSubmit, onEnd, children }: InlineFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={className}
      onSubmit={(event) => {
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
