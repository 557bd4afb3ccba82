import { useState } from 'react';
import { Kbd } from '../controls/kbd';
import { Dialog } from '../feedback/dialog';
import { useMessages } from '../messages/use-messages';
import type { Chord, Shortcut } from './shortcut-registry';
import styles from './shortcut-help.module.css';
import { useShortcutList, useShortcuts } from './use-shortcuts';

const keyNames: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '↵',
  Escape: 'Esc',
};

/** A chord as its keys, in the signs printed on a keyboard. */
export function chordKeys(chord: Chord): readonly string[] {
  return chord
    .split('+')
    .map((part) => keyNames[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

type HelpGroups = ReadonlyMap<string, ReadonlyMap<string, readonly Chord[]>>;

/** Group, then label, then all chords that do the same. */
function groupsOf(shortcuts: readonly Shortcut[]): HelpGroups {
  const groups = new Map<string, Map<string, readonly Chord[]>>();
  for (const { group, label, chord } of shortcuts) {
    if (label !== null) {
      const members = groups.get(group) ?? new Map<string, readonly Chord[]>();
      members.set(label, [...(members.get(label) ?? []), chord]);
      groups.set(group, members);
    }
  }
  return groups;
}

/** One chord as its keys; read aloud as written. */
function ChordKeys({ chord }: { readonly chord: Chord }) {
  return (
    <span className={styles.chord}>
      <span className={styles.spoken}>{chord}</span>
      {chordKeys(chord).map((key) => (
        <Kbd key={key} keys={key} />
      ))}
    </span>
  );
}

/** The list of shortcuts; "?" opens it anywhere. Mount once. */
export function ShortcutHelp() {
  const t = useMessages();
  const [open, setOpen] = useState(false);
  const shortcuts = useShortcutList();
  useShortcuts({
    '?': {
      label: t('frame.keys.help'),
      run: () => {
        setOpen(true);
      },
    },
  });
  return (
    <Dialog
      open={open}
      title={t('frame.keys.title')}
      wide
      onClose={() => {
        setOpen(false);
      }}
    >
      <div className={styles.groups}>
        {[...groupsOf(shortcuts)].map(([group, members]) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl>
              {[...members].map(([label, chords]) => (
                <div key={label} className={styles.row}>
                  <dt>{label}</dt>
                  <dd className={styles.keys}>
                    {chords.map((chord) => (
                      <ChordKeys key={chord} chord={chord} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
