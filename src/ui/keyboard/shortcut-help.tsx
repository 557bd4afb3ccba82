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

function groupsOf(shortcuts: readonly Shortcut[]): ReadonlyMap<string, readonly Shortcut[]> {
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of shortcuts) {
    if (shortcut.label !== null) {
      groups.set(shortcut.group, [...(groups.get(shortcut.group) ?? []), shortcut]);
    }
  }
  return groups;
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
              {members.map((shortcut) => (
                <div key={shortcut.chord} className={styles.row}>
                  <dt>{shortcut.label}</dt>
                  <dd className={styles.keys}>
                    <span className={styles.spoken}>{shortcut.chord}</span>
                    {chordKeys(shortcut.chord).map((key) => (
                      <Kbd key={key} keys={key} />
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
