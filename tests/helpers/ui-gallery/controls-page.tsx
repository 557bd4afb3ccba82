import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../src/ui/controls/button';
import { Section } from '../../../src/ui/data/section';
import { Banner } from '../../../src/ui/feedback/banner';
import { Progress } from '../../../src/ui/feedback/progress';
import { StatusBadge } from '../../../src/ui/feedback/status-badge';
import type { Tone } from '../../../src/ui/feedback/tone';
import { LineStatus, type LineState } from '../../../src/ui/frame/line-status';
import { Page, PageHead } from '../../../src/ui/frame/page-head';
import styles from './gallery.module.css';

const tones: readonly Tone[] = ['neutral', 'info', 'good', 'warn', 'bad'];
const lines: readonly LineState[] = ['online', 'offline', 'checking', 'off'];

/** Buttons, states and colours, each in each variant. */
export function ControlsPage() {
  const [busy, setBusy] = useState(false);
  return (
    <Page head={<PageHead title="Tombol dan keadaan" />}>
      <Section title="Tombol">
        <div className={styles.sizes}>
          <Button variant="primary" kbd="Ctrl ↵">
            Simpan dan cetak
          </Button>
          <Button kbd="E">Ubah</Button>
          <Button variant="danger" icon={Trash2}>
            Hapus draf
          </Button>
          <Button variant="plain">Batal</Button>
          <Button disabled>Kirim saat daring</Button>
          <Button
            busy={busy}
            onClick={() => {
              setBusy(true);
            }}
          >
            Kirim sekarang
          </Button>
          <Button size="small">Muat lagi</Button>
          <Button size="small" variant="primary">
            Coba lagi
          </Button>
        </div>
      </Section>
      <Section title="Keadaan">
        <div className={styles.sizes}>
          {tones.map((tone) => (
            <StatusBadge key={tone} tone={tone} label={`Keadaan ${tone}`} />
          ))}
        </div>
      </Section>
      {tones.map((tone) => (
        <Banner key={tone} tone={tone} title={`Pemberitahuan ${tone}`}>
          Apa yang terjadi, di mana, dan apa yang dapat dilakukan.
        </Banner>
      ))}
      <Section title="Sambungan">
        {lines.map((state) => (
          <LineStatus
            key={state}
            state={state}
            since={state === 'online' ? '08.02' : null}
            sending={state === 'online' ? 2 : 0}
            waiting={3}
            needAction={0}
            href="#viewer"
          />
        ))}
        <Progress label="Menyiapkan" value={null} />
      </Section>
    </Page>
  );
}
