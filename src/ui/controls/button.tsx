import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from '../class-names';
import styles from './button.module.css';
import { Kbd } from './kbd';

export type ButtonVariant = 'primary' | 'quiet' | 'danger' | 'plain';

interface ButtonLook {
  /** `primary` is the one next thing; `quiet` (default) the others; `plain` has no border. */
  readonly variant?: ButtonVariant | undefined;
  readonly size?: 'normal' | 'small' | undefined;
  readonly icon?: LucideIcon | undefined;
  /** Key shown on the button, for example "N" or "Ctrl ↵". Shown only; `useShortcuts` acts. */
  readonly kbd?: string | undefined;
  /**
   * Why it cannot be pressed now, in words: its title, also read out. It keeps its place and
   * takes the focus, so that whoever looks for it finds the reason; a press does nothing.
   */
  readonly blocked?: string | undefined;
  readonly children?: ReactNode;
}

export interface ButtonProps
  extends ButtonLook, Omit<ComponentPropsWithRef<'button'>, 'className' | 'style' | 'children'> {
  /** Shows that work is under way and takes no second press; keeps its width and focus. */
  readonly busy?: boolean | undefined;
}

export interface ButtonLinkProps
  extends ButtonLook, Omit<ComponentPropsWithRef<'a'>, 'className' | 'style' | 'children'> {
  readonly href: string;
}

function lookClasses({ variant = 'quiet', size = 'normal', children }: ButtonLook): string {
  return classNames(
    styles.button,
    styles[variant],
    size === 'small' && styles.small,
    children === undefined && styles.iconOnly,
  );
}

function Inside({ icon: Icon, kbd, children }: ButtonLook) {
  return (
    <>
      {Icon !== undefined && <Icon className={styles.icon} size={16} aria-hidden="true" />}
      {children !== undefined && <span className={styles.text}>{children}</span>}
      {kbd !== undefined && <Kbd keys={kbd} />}
    </>
  );
}

function blockedWords(blocked: string | undefined) {
  return blocked === undefined ? {} : { title: blocked, 'aria-description': blocked };
}

/** A button that says what happens. `type` is `button` unless given. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, kbd, busy = false, blocked, children, onClick, ...rest } = props;
  const look: ButtonLook = { variant, size, icon: busy ? LoaderCircle : icon, kbd, children };
  return (
    <button
      type="button"
      {...rest}
      {...blockedWords(blocked)}
      className={classNames(lookClasses(look), busy && styles.busy)}
      aria-disabled={busy || blocked !== undefined ? true : rest['aria-disabled']}
      onClick={(event) => {
        if (busy || blocked !== undefined) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
      }}
    >
      <Inside {...look} />
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant, size, icon, kbd, blocked, children, href, ...rest } = props;
  const look: ButtonLook = { variant, size, icon, kbd, children };
  if (blocked !== undefined) {
    // Without an address it leads nowhere; as a link it stays where the Tab key looks for it.
    return (
      <a
        {...rest}
        {...blockedWords(blocked)}
        role="link"
        tabIndex={0}
        aria-disabled="true"
        className={lookClasses(look)}
      >
        <Inside {...look} />
      </a>
    );
  }
  return (
    <a {...rest} href={href} className={lookClasses(look)}>
      <Inside {...look} />
    </a>
  );
}
