import { useState } from 'react';
import { ButtonLink } from '../../../src/ui/controls/button';
import { DataTable, type Column } from '../../../src/ui/data/data-table';
import { KeyValueList } from '../../../src/ui/data/key-value-list';
import { SplitView } from '../../../src/ui/data/split-view';
import { StepList } from '../../../src/ui/data/step-list';
import { EmptyState } from '../../../src/ui/feedback/empty-state';
import { StatusBadge } from '../../../src/ui/feedback/status-badge';
import { groupNik } from '../../../src/ui/format/numbers';
import { Page, PageHead } from '../../../src/ui/frame/page-head';
import { exampleRows, exampleStepList, type ExampleRow } from './example-data';
import styles from './gallery.module.css';

const columns: readonly Column<ExampleRow>[] = [
  { key: 'number', header: 'Nomor', width: 'date', cell: (row) => row.number },
  { key: 'name', header: 'Nama', width: 'medium', cell: (row) => row.name },
  { key: 'step', header: 'Langkah berikutnya', width: 'fill', cell: (row) => row.step },
  { key: 'due', header: 'Waktu', width: 'medium', cell: (row) => row.due },
  {
    key: 'state',
    header: 'Keadaan',
    width: 'medium',
    cell: (row) => <StatusBadge tone={row.tone} label={row.state} />,
  },
];

const wideColumns: readonly Column<ExampleRow>[] = [
  { key: 'number', header: 'Nomor', width: 'date', cell: (row) => row.number },
  { key: 'name', header: 'Nama', width: 'medium', cell: (row) => row.name },
  { key: 'nik', header: 'NIK', width: 'medium', cell: (row) => groupNik(row.nik) },
  { key: 'step', header: 'Langkah berikutnya', width: 'fill', cell: (row) => row.step },
  { key: 'holder', header: 'Pada', width: 'medium', secondary: true, cell: (row) => row.holder },
  { key: 'due', header: 'Waktu', width: 'medium', cell: (row) => row.due },
  {
    key: 'state',
    header: 'Keadaan',
    width: 'medium',
    cell: (row) => <StatusBadge tone={row.tone} label={row.state} />,
  },
];

function Detail({ row }: { readonly row: ExampleRow }) {
  return (
    <div className={styles.detail}>
      <h2 className={styles.name}>{row.name}</h2>
      <KeyValueList
        entries={[
          { key: 'number', label: 'Nomor register', value: row.number, copyText: row.number },
          { key: 'nik', label: 'NIK', value: groupNik(row.nik), copyText: row.nik },
          { key: 'holder', label: 'Pada', value: row.holder },
        ]}
      />
      <StepList label="Langkah" steps={exampleStepList} />
    </div>
  );
}

/** List and detail side by side. */
export function SplitPage() {
  const [open, setOpen] = useState<ExampleRow | null>(null);
  return (
    <Page
      layout="bare"
      head={
        <PageHead
          title="Loket"
          facts={['Senin, 2 Maret 2026', '24 permohonan berjalan']}
          actions={
            <ButtonLink href="#form" variant="primary" kbd="N">
              Permohonan baru
            </ButtonLink>
          }
        />
      }
    >
      <SplitView
        listLabel="Permohonan"
        detailLabel="Rincian"
        list={
          <DataTable
            label="Permohonan"
            columns={columns.filter((column) => column.key !== 'step')}
            rows={exampleRows}
            rowKey={(row) => row.id}
            selectedKey={open?.id ?? null}
            onOpen={setOpen}
            onMore={() => undefined}
          />
        }
        detail={open === null ? null : <Detail row={open} />}
        placeholder={<EmptyState text="Pilih permohonan di kiri untuk melihat rinciannya." />}
      />
    </Page>
  );
}

/** The register at full width. */
export function TablePage() {
  const [open, setOpen] = useState<ExampleRow | null>(null);
  return (
    <Page layout="bare" head={<PageHead title="Register" facts={['24 ditampilkan']} />}>
      <DataTable
        label="Register"
        columns={wideColumns}
        rows={exampleRows}
        rowKey={(row) => row.id}
        selectedKey={open?.id ?? null}
        onOpen={setOpen}
        onMore={() => undefined}
      />
    </Page>
  );
}
