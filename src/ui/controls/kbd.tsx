import styles from './kbd.module.css';

/** A key as shown on a button or in the list of shortcuts; hidden from screen readers. */
export function Kbd(props: { readonly keys: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {props.keys}
    </kbd>
  );
}
