import { ArrowLeft, ArrowRight, FlipVertical, RotateCcw, RotateCw, Trash2 } from 'lucide-react';
import type { PageCommand } from '../../domain/scanning/page-table';
import type { PageEdit, ScanPage } from '../../domain/scanning/scan-page';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { Select } from '../../ui/forms/select';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { CropFields } from './crop-fields';
import styles from './scan.module.css';
import type { ReadPageBytes } from './use-page-bytes';
import { usePagePicture } from './use-page-picture';
import type { KeptTable } from './use-page-table';

/** Points of the large picture's longer side. */
const LARGE = 1100;

interface PageToolsProps {
  readonly chosen: ScanPage | null;
  readonly desk: KeptTable;
  readonly read: ReadPageBytes;
}

/** The chosen page, large, and what can be done to it. */
export function PageTools({ chosen, desk, read }: PageToolsProps) {
  const t = useMessages();
  const number = chosen === null ? 0 : desk.table.pages.indexOf(chosen) + 1;
  if (chosen === null) return null;
  return (
    <Section title={t('scan.page', { number })}>
      <Stack>
        <Buttons page={chosen} number={number} desk={desk} />
        <Large key={chosen.id} page={chosen} read={read} />
        <Look page={chosen} change={desk.change} />
      </Stack>
    </Section>
  );
}

function Large({ page, read }: { readonly page: ScanPage; readonly read: ReadPageBytes }) {
  const t = useMessages();
  const picture = usePagePicture(page, LARGE, read);
  return (
    <div className={styles.large}>
      {picture === 'lost' ? (
        <p className={styles.bad}>{t('scan.page.lost')}</p>
      ) : (
        picture !== null && <img src={picture.url} alt={t('scan.table')} />
      )}
    </div>
  );
}

interface ButtonsProps {
  readonly page: ScanPage;
  readonly number: number;
  readonly desk: KeptTable;
}

function Buttons({ page, number, desk }: ButtonsProps) {
  const t = useMessages();
  const { change, table } = desk;
  const place = table.pages.indexOf(page);
  const turn = (by: 90 | 180 | 270) => () => change({ kind: 'turn', ids: [page.id], by });
  const move = (by: -1 | 1) => () => change({ kind: 'move', id: page.id, to: place + by });
  const tools = [
    { icon: RotateCcw, label: t('scan.page.turnLeft'), run: turn(270) },
    { icon: RotateCw, label: t('scan.page.turnRight'), run: turn(90) },
    { icon: FlipVertical, label: t('scan.page.turnOver'), run: turn(180) },
    { icon: ArrowLeft, label: t('scan.page.earlier'), run: move(-1) },
    { icon: ArrowRight, label: t('scan.page.later'), run: move(1) },
    {
      icon: Trash2,
      label: t('scan.page.remove'),
      run: () => change({ kind: 'remove', ids: [page.id] }),
    },
  ];
  return (
    <div role="toolbar" aria-label={t('scan.page.tools', { number })} className={styles.tools}>
      {tools.map(({ icon, label, run }) => (
        <Button
          key={label}
          size="small"
          icon={icon}
          aria-label={label}
          title={label}
          onClick={run}
        />
      ))}
    </div>
  );
}

interface LookProps {
  readonly page: ScanPage;
  readonly change: (command: PageCommand) => void;
}

/** Straightening, cutting and colours; pages of a PDF stay as they are. */
function Look({ page, change }: LookProps) {
  const t = useMessages();
  const locale = useLocale();
  if (page.pdfPage !== null) return null;
  const { edit, skew } = page;
  const set = (part: Partial<PageEdit>) => change({ kind: 'edit', ids: [page.id], edit: part });
  const colours = (['as-scanned', 'gray', 'black-white'] as const).map((value) => ({
    value,
    label: t(`scan.page.colour.${value}`),
  }));
  return (
    <>
      {skew !== 0 && (
        <Button size="small" onClick={() => set({ skew: edit.skew === skew ? 0 : skew })}>
          {edit.skew === skew
            ? t('scan.page.straightened')
            : t('scan.page.straighten', { degrees: Math.abs(skew).toLocaleString(locale) })}
        </Button>
      )}
      <Select
        label={t('scan.page.colour')}
        placeholder={null}
        value={edit.colour}
        choices={colours}
        onChange={({ target }) => {
          const colour = colours.find(({ value }) => value === target.value)?.value;
          if (colour !== undefined) set({ colour });
        }}
      />
      <CropFields key={page.id} crop={edit.crop} onCrop={(crop) => set({ crop })} />
    </>
  );
}
