import { useEffect, useRef, useState } from 'react';
import { Banner } from '../feedback/banner';
import { useMessages } from '../messages/use-messages';
import styles from './image-view.module.css';

export interface ImageViewProps {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg' | 'image/png';
  /** What the picture is: "KTP, Contoh Satu". */
  readonly label: string;
}

/** Bytes of a JPEG or PNG as a picture that fits its place. */
export function ImageView({ bytes, mediaType, label }: ImageViewProps) {
  const t = useMessages();
  const image = useRef<HTMLImageElement>(null);
  const [broken, setBroken] = useState<Uint8Array>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([bytes.slice()], { type: mediaType }));
    if (image.current !== null) {
      image.current.src = url;
    }
    return () => {
      URL.revokeObjectURL(url);
    };
  }, [bytes, mediaType]);
  if (broken === bytes) {
    return <Banner tone="bad" title={t('ui.image.failed')} />;
  }
  return (
    <div className={styles.view} tabIndex={0} role="region" aria-label={label}>
      <img
        ref={image}
        alt={label}
        className={styles.image}
        onError={() => {
          setBroken(bytes);
        }}
      />
    </div>
  );
}
