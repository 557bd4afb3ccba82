import { Pencil, Printer } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../src/ui/controls/button';
import { KeyValueList } from '../../../src/ui/data/key-value-list';
import { Section, Stack } from '../../../src/ui/data/section';
import { StepList } from '../../../src/ui/data/step-list';
import { Tabs } from '../../../src/ui/data/tabs';
import { Timeline } from '../../../src/ui/data/timeline';
import { Banner } from '../../../src/ui/feedback/banner';
import { ReasonDialog } from '../../../src/ui/feedback/reason-dialog';
import { Progress } from '../../../src/ui/feedback/progress';
import { StatusBadge } from '../../../src/ui/feedback/status-badge';
import { useToast } from '../../../src/ui/feedback/toast';
import { Page, PageHead } from '../../../src/ui/frame/page-head';
import { useShortcuts } from '../../../src/ui/keyboard/use-shortcuts';
import { exampleStepList, exampleTimeline } from './example-data';
import styles from './gallery.module.css';

function Facts() {
  return (
    <Section title="Pemohon">
      <KeyValueList
        entries={[
          { key: 'name', label: 'Nama', value: 'Contoh Satu' },
          { key: 'nik', label: 'NIK', value: '3207 0115 0185 0001', copyText: '3207011501850001' },
          {
            key: 'nip',
            label: 'NIP',
            value: '19850115 201001 1 001',
            copyText: '198501152010011001',
          },
          { key: 'mail', label: 'Surel', value: 'contoh.satu@contoh.go.id' },
          { key: 'unit', label: 'Unit kerja', value: 'Dinas Contoh Kabupaten Contoh' },
          { key: 'phone', label: 'Telepon', value: '' },
        ]}
      />
    </Section>
  );
}

function Overview() {
  return (
    <div className={styles.columns}>
      <Stack>
        <Section title="Langkah" description="SOP Pencabutan Sertifikat Elektronik">
          <StepList label="Langkah" steps={exampleStepList} />
        </Section>
      </Stack>
      <Stack>
        <Facts />
        <Section title="Antrean kirim">
          <Progress label="Mengirim berkas 2 dari 5 · 1,2 MB dari 3,4 MB" value={0.36} />
        </Section>
      </Stack>
    </div>
  );
}

/** The page of one request: head that stays, tabs, banners, dialog, toast. */
export function RequestPage() {
  const [tab, setTab] = useState('overview');
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const edit = () => {
    setAsking(true);
  };
  useShortcuts({ e: { label: 'Ubah', run: edit } }, { group: 'Permohonan' });
  return (
    <Page
      head={
        <PageHead
          title="A-0124/2026 · Contoh Satu"
          status={<StatusBadge tone="warn" label="Menunggu koneksi" />}
          facts={['Pencabutan sertifikat', 'Langkah 3 dari 11', '12 menit lagi']}
          actions={
            <>
              <Button icon={Pencil} kbd="E" onClick={edit}>
                Ubah
              </Button>
              <Button icon={Printer} kbd="P">
                Cetak
              </Button>
              <Button
                variant="primary"
                onClick={() => {
                  toast({
                    text: 'Disposisi dicatat.',
                    action: { label: 'Urungkan', run: () => undefined },
                  });
                }}
              >
                Catat disposisi
              </Button>
            </>
          }
        />
      }
    >
      <Banner
        tone="bad"
        title="Perlu tindakan: berkas ditolak karena lebih dari 1 MB"
        actions={<Button size="small">Ganti berkas</Button>}
        details={{ summary: 'Rincian', text: '413 attachments/0' }}
      >
        Salinan KTP belum diterima gateway. Permohonan tetap tersimpan.
      </Banner>
      <Banner tone="info" title="Permohonan terbuka lain atas orang ini: A-0098/2026" />
      <Tabs
        label="Bagian permohonan"
        selectedId={tab}
        onSelect={setTab}
        tabs={[
          { id: 'overview', label: 'Ringkasan', panel: <Overview /> },
          { id: 'papers', label: 'Berkas', count: 3, panel: null },
          { id: 'letters', label: 'Surat', count: 2, panel: null },
          {
            id: 'history',
            label: 'Riwayat',
            panel: (
              <Section title="Riwayat">
                <Timeline label="Riwayat" entries={exampleTimeline} />
              </Section>
            ),
          },
        ]}
      />
      <ReasonDialog
        open={asking}
        title="Batalkan permohonan"
        description="Permohonan ditutup dan tidak dikirim. Riwayatnya tetap ada."
        confirmLabel="Batalkan permohonan"
        destructive
        suggestions={['Pemohon menarik permohonan', 'Salah orang']}
        onConfirm={() => {
          setAsking(false);
        }}
        onClose={() => {
          setAsking(false);
        }}
      />
    </Page>
  );
}
