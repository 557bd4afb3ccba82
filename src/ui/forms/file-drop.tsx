import { FileUp } from 'lucide-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import { classNames } from '../class-names';
import { Button } from '../controls/button';
import { useMessages } from '../messages/use-messages';
import styles from './file-drop.module.css';
import { FilePicker } from './file-picker';
import { MessageLine } from './form-field';

export interface FileDropProps {
  readonly label: string;
  /** What is taken and how large: "PDF, JPEG atau PNG, paling besar 1 MB". */
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** For the file picker only ("application/pdf,image/jpeg,image/png"); content is checked later. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly kbd?: string | undefined;
  readonly id?: string | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A place to drop files on, with a button that opens the file picker for the keyboard. */
export function FileDrop(props: FileDropProps) {
  const t = useMessages();
  const ownId = useId();
  const { id = ownId, accept, multiple, onFiles } = props;
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const files = Array.from(event.dataTransfer.files);
    if (files.length > 0 && props.busy !== true) {
      onFiles(multiple === true ? files : files.slice(0, 1));
    }
  }

  return (
    <div className={styles.field}>
      <div
        role="group"
        aria-label={props.label}
        className={classNames(styles.drop, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={drop}
      >
        <FileUp className={styles.icon} size={20} aria-hidden="true" />
        <div className={styles.words}>
          <div className={styles.label}>{over ? t('ui.file.dropNow') : props.label}</div>
          {props.hint !== undefined && (
            <div id={`${id}-hint`} className={styles.hint}>
              {props.hint}
            </div>
          )}
        </div>
        <Button
          id={id}
          size="small"
          busy={props.busy}
          kbd={props.kbd}
          aria-describedby={`${id}-hint ${id}-line`}
          onClick={() => picker.current?.click()}
        >
          {t('ui.file.choose')}
        </Button>
        <span className={styles.or}>{t('ui.file.drop')}</span>
        <FilePicker ref={picker} aria-label={props.label} {...{ accept, multiple, onFiles }} />
      </div>
      <MessageLine id={`${id}-line`} error={props.error} />
    </div>
  );
}
