import { Search } from 'lucide-react';
import { useRef, type SyntheticEvent } from 'react';
import { Kbd } from '../controls/kbd';
import { useShortcuts } from '../keyboard/use-shortcuts';
import { useMessages } from '../messages/use-messages';
import styles from './search-box.module.css';

export interface SearchBoxProps {
  readonly value: string;
  readonly onValueChange: (value: string) => void;
  /** Enter. */
  readonly onSearch: (value: string) => void;
}

/** Search from anywhere: Ctrl+K and "/" lead here, Enter searches, Esc leaves. */
export function SearchBox({ value, onValueChange, onSearch }: SearchBoxProps) {
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const focus = {
    label: t('frame.keys.search'),
    run: () => {
      input.current?.focus();
      input.current?.select();
    },
  };
  useShortcuts({ '/': focus, 'Ctrl+k': focus });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    onSearch(value.trim());
  }

  return (
    <form role="search" className={styles.search} onSubmit={submit}>
      <Search className={styles.icon} size={16} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        value={value}
        aria-label={t('frame.search')}
        placeholder={t('frame.search')}
        autoComplete="off"
        spellCheck={false}
        className={styles.input}
        onChange={(event) => {
          onValueChange(event.target.value);
        }}
      />
      <span className={styles.kbd}>
        <Kbd keys="Ctrl K" />
      </span>
    </form>
  );
}
