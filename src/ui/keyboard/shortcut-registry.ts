/** A key or chord: "n", "/", "?", "Enter", "Escape", "Ctrl+Enter", "Ctrl+k", "Alt+1". */
export type Chord = string;

export interface Shortcut {
  readonly chord: Chord;
  /** What the list under "?" says; null keeps it out of the list. */
  readonly label: string | null;
  /** Heading of the list under which it stands. */
  readonly group: string;
  readonly run: () => void;
}

/** What of a key press decides; a KeyboardEvent fits. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The chord of a key press. Shift counts only with keys that have no sign of their own. */
export function chordOf(press: KeyPress): Chord {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const parts = [
    ...(press.ctrlKey || press.metaKey ? ['Ctrl'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey && press.key.length > 1 ? ['Shift'] : []),
    key,
  ];
  return parts.join('+');
}

/** A chord that only a command can mean, so that it also works while a field has the focus. */
export function worksWhileTyping(chord: Chord): boolean {
  return chord.startsWith('Ctrl+') || chord.startsWith('Alt+');
}

/** Holds the shortcuts of all mounted screens; the newest registration of a chord wins. */
export class ShortcutRegistry {
  #layers: readonly (readonly Shortcut[])[] = [];
  readonly #listeners = new Set<() => void>();

  /** Adds shortcuts until the returned function is called. */
  add(shortcuts: readonly Shortcut[]): () => void {
    this.#layers = [...this.#layers, shortcuts];
    this.#notify();
    return () => {
      this.#layers = this.#layers.filter((layer) => layer !== shortcuts);
      this.#notify();
    };
  }

  find(chord: Chord): Shortcut | undefined {
    return this.list().find((shortcut) => shortcut.chord === chord);
  }

  /** Each chord once, newest registration first. */
  list(): readonly Shortcut[] {
    const seen = new Map<Chord, Shortcut>();
    for (const shortcut of [...this.#layers].reverse().flat()) {
      if (!seen.has(shortcut.chord)) {
        seen.set(shortcut.chord, shortcut);
      }
    }
    return [...seen.values()];
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #notify(): void {
    for (const listener of this.#listeners) {
      listener();
    }
  }
}
