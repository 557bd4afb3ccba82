import { useState } from 'react';
import type { PageEdit } from '../../domain/scanning/scan-page';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './scan.module.css';

/** Most of a page that is cut away at one side, in percent. */
const MOST = 45;

interface CropFieldsProps {
  readonly crop: PageEdit['crop'];
  readonly onCrop: (crop: PageEdit['crop']) => void;
}

/** What is cut away at each side of the page, in percent of it. */
export function CropFields({ crop, onCrop }: CropFieldsProps) {
  const t = useMessages();
  return (
    <fieldset className={styles.crop}>
      <legend>{t('scan.page.crop')}</legend>
      {(['left', 'top', 'right', 'bottom'] as const).map((side) => (
        <CropField
          key={side}
          label={t(`scan.page.crop.${side}`)}
          share={crop[side]}
          onShare={(share) => onCrop({ ...crop, [side]: share })}
        />
      ))}
    </fieldset>
  );
}

interface CropFieldProps {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  readonly onShare: (share: number) => void;
}

/** Cuts once the number is typed to its end (Enter, or leaving the field), as one step. */
function CropField({ label, share, onShare }: CropFieldProps) {
  const t = useMessages();
  // Null: nothing is being typed, so that a step taken back shows at once.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(Math.round(share * 100));
  const percent = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Infinity;
  const isWrong = percent > MOST;
  const cut = () => {
    if (typed === null || isWrong) return;
    setTyped(null);
    onShare(percent / 100);
  };
  return (
    <TextField
      inputMode="numeric"
      width="short"
      label={label}
      error={isWrong ? t('scan.page.crop.wrong', { most: MOST }) : undefined}
      value={text}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={cut}
      onKeyDown={({ key }) => {
        if (key === 'Enter') cut();
      }}
    />
  );
}
