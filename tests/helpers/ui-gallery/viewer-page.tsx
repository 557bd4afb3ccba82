import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../../src/ui/controls/button';
import { ImageView } from '../../../src/ui/viewers/image-view';
import { PdfView } from '../../../src/ui/viewers/pdf-view';
import { printPdf } from '../../../src/ui/viewers/print-pdf';
import styles from './gallery.module.css';

/** Fetches example bytes; with `?image` a picture, with `?broken` bytes that are no PDF. */
function useExample(): Uint8Array | null {
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  useEffect(() => {
    const query = window.location.search;
    if (query === '?broken') {
      setBytes(new Uint8Array([1, 2, 3]));
      return;
    }
    void fetch(query === '?image' ? './example.png' : './example.pdf')
      .then((response) => response.arrayBuffer())
      .then((buffer) => {
        setBytes(new Uint8Array(buffer));
      });
  }, []);
  return bytes;
}

/** The viewers, on bytes served beside the gallery. */
export function ViewerPage() {
  const bytes = useExample();
  if (bytes === null) {
    return null;
  }
  if (window.location.search === '?image') {
    return <ImageView bytes={bytes} mediaType="image/png" label="Contoh gambar" />;
  }
  return (
    <div className={styles.viewer}>
      <PdfView
        bytes={bytes}
        label="Surat Permohonan Pencabutan"
        actions={
          <Button
            size="small"
            icon={Printer}
            kbd="P"
            onClick={() => {
              void printPdf(bytes).then((outcome) => {
                document.title = `print: ${outcome}`;
              });
            }}
          >
            Cetak
          </Button>
        }
      />
    </div>
  );
}
