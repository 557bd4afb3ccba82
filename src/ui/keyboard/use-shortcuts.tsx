import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  type ReactNode,
} from 'react';
import { useMessages } from '../messages/use-messages';
import {
  chordOf,
  ShortcutRegistry,
  worksWhileTyping,
  type Chord,
  type Shortcut,
} from './shortcut-registry';

const RegistryContext = createContext(new ShortcutRegistry());

const textInputs = 'input:not([type=checkbox]):not([type=radio]):not([type=button])';

function isTyping(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches(`${textInputs}, textarea, select`))
  );
}

function handleKey(registry: ShortcutRegistry, event: KeyboardEvent): void {
  // A decision that is open takes all keys; composing (IME, dead keys) is typing.
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog:modal')) {
    return;
  }
  const chord = chordOf(event);
  if (isTyping(event.target) && !worksWhileTyping(chord)) {
    if (chord === 'Escape') {
      // The first Escape leaves the field, the next one leaves the page.
      event.target.blur();
      event.preventDefault();
    }
    return;
  }
  const shortcut = registry.find(chord);
  if (shortcut !== undefined && !(event.repeat && chord.length === 1 && !/[jk]/.test(chord))) {
    event.preventDefault();
    shortcut.run();
  }
}

/** Listens to the keyboard for everything below it. Once, at the top of the application. */
export function ShortcutProvider(props: { readonly children: ReactNode }) {
  const [registry] = useState(() => new ShortcutRegistry());
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      handleKey(registry, event);
    };
    document.addEventListener('keydown', listener);
    return () => {
      document.removeEventListener('keydown', listener);
    };
  }, [registry]);
  return <RegistryContext value={registry}>{props.children}</RegistryContext>;
}

/** One shortcut: what it does, and how the list under "?" names it (none keeps it out). */
export interface ShortcutEntry {
  readonly label?: string | undefined;
  readonly run: () => void;
}

interface ShortcutOptions {
  /** Heading in the list; the screen's name. Default "Di semua layar". */
  readonly group?: string | undefined;
  readonly enabled?: boolean | undefined;
}

/**
 * Shortcuts of a screen while it is mounted:
 * `useShortcuts({ e: { label: t('request.edit'), run: edit } }, { group: t('frame.request') })`.
 * Single keys are ignored while a field has the focus; chords with Ctrl or Alt work there too.
 */
export function useShortcuts(
  shortcuts: Readonly<Record<Chord, ShortcutEntry>>,
  options: ShortcutOptions = {},
): void {
  const t = useMessages();
  const registry = useContext(RegistryContext);
  const group = options.group ?? t('frame.keys.general');
  const enabled = options.enabled ?? true;
  const run = useEffectEvent((chord: Chord) => {
    shortcuts[chord]?.run();
  });
  // Labels are compared by their text, so that a new object on each render adds nothing anew.
  const labels = JSON.stringify(
    Object.entries(shortcuts).map(([chord, entry]) => [chord, entry.label ?? null]),
  );
  useEffect(() => {
    if (!enabled) {
      return undefined;
    }
    const parsed = JSON.parse(labels) as readonly (readonly [Chord, string | null])[];
    return registry.add(
      parsed.map(([chord, label]): Shortcut => ({
        chord,
        label,
        group,
        run: () => {
          run(chord);
        },
      })),
    );
  }, [registry, labels, group, enabled]);
}

/** All shortcuts that work now, newest first, kept up to date. */
export function useShortcutList(): readonly Shortcut[] {
  const registry = useContext(RegistryContext);
  const [list, setList] = useState<readonly Shortcut[]>(() => registry.list());
  useEffect(() => {
    const update = () => {
      setList(registry.list());
    };
    update();
    return registry.subscribe(update);
  }, [registry]);
  return list;
}
