import { Camera, FileUp, RotateCw, ScanLine, Square } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Scanner, ScanProfile } from '../../contract/scanner';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { Progress } from '../../ui/feedback/progress';
import { FilePicker } from '../../ui/forms/file-picker';
import { Select } from '../../ui/forms/select';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import { PAPER_TYPES } from '../request/document-line';
import { WatchedScans } from './arrivals';
import { CameraDialog } from './camera-dialog';
import { paperSizes, sizeName, type PaperSize } from './kept-profile';
import { NetworkScanners } from './network-scanners';
import { ScanEnd } from './scan-problems';
import styles from './scan.module.css';
import { useScanners, type ScannerChoice } from './use-scanners';
import { useScanning, type RunningScan } from './use-scanning';
import type { Taking } from './use-taking';

/** Where pages come from: a scanner, the camera, or files that are there already. */
export function SourcePanel(props: { readonly document: string; readonly taking: Taking }) {
  const { document, taking } = props;
  const t = useMessages();
  const choice = useScanners(document);
  const scan = useScanning(({ bytes, dpi }) => taking.takePicture(bytes, dpi));
  const isRunning = scan.scanning.state === 'reading' || scan.scanning.state === 'stopping';
  const start = () => {
    if (choice.chosen === null || isRunning) return;
    choice.keep();
    void scan.start(choice.chosen.id, choice.profile);
  };
  useShortcuts({ s: { label: t('scan.start'), run: start } }, { group: t('scan.group') });
  return (
    <Section
      title={t('scan.source.title')}
      actions={
        <Button
          size="small"
          variant="plain"
          icon={RotateCw}
          busy={choice.state === 'looking'}
          onClick={choice.lookAgain}
        >
          {t('scan.source.again')}
        </Button>
      }
    >
      <Stack>
        <Choosing choice={choice} />
        {isRunning ? (
          <Running scan={scan} />
        ) : (
          <Button
            variant="primary"
            icon={ScanLine}
            kbd="S"
            data-action="scan"
            blocked={choice.chosen === null ? t('scan.source.none') : undefined}
            onClick={start}
          >
            {t('scan.start')}
          </Button>
        )}
        <ScanEnd scanning={scan.scanning} />
        <OtherWays taking={taking} />
        <WatchedScans taking={taking} />
        <NetworkScanners choice={choice} />
      </Stack>
    </Section>
  );
}

function Running({ scan }: { readonly scan: RunningScan }) {
  const t = useMessages();
  const { scanning, cancel } = scan;
  return (
    <>
      {scanning.state === 'reading' ? (
        <Progress label={t('scan.reading', { page: scanning.page })} value={scanning.share} />
      ) : (
        <Progress label={t('scan.stopping')} value={null} />
      )}
      <Button icon={Square} busy={scanning.state === 'stopping'} onClick={cancel}>
        {t('scan.cancel')}
      </Button>
    </>
  );
}

function Choosing({ choice }: { readonly choice: ScannerChoice }) {
  const t = useMessages();
  const { state, scanners, chosen, choose } = choice;
  if (state === 'looking') return <p className={styles.faint}>{t('scan.source.looking')}</p>;
  if (state === 'failed') return <p className={styles.bad}>{t('scan.source.failed')}</p>;
  if (chosen === null) {
    const isAbsent = choice.absent.includes('sane');
    return (
      <div data-no-scanner>
        <p className={styles.strong}>{t('scan.source.none')}</p>
        <p className={styles.faint}>{t('scan.source.noneText')}</p>
        {isAbsent && <p className={styles.faint}>{t('scan.source.absent')}</p>}
      </div>
    );
  }
  return (
    <>
      <Select
        label={t('scan.source.scanner')}
        bare
        placeholder={null}
        value={chosen.id}
        choices={scanners.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => choose(event.target.value)}
      />
      <ProfileChoice scanner={chosen} profile={choice.profile} onChange={choice.setProfile} />
    </>
  );
}

const sizes = ['a4', 'f4', 'card', 'whole'] as const;

interface ProfileChoiceProps {
  readonly scanner: Scanner;
  readonly profile: ScanProfile;
  readonly onChange: (profile: ScanProfile) => void;
}

function ProfileChoice({ scanner, profile, onChange }: ProfileChoiceProps) {
  const t = useMessages();
  const source = scanner.sources.find((one) => one.source === profile.source);
  if (source === undefined) return null;
  const sizeOf = (size: PaperSize) =>
    size === 'whole' ? { width: source.width, height: source.height } : paperSizes[size];
  return (
    <div className={styles.profile}>
      <Select
        label={t('scan.source.paper')}
        placeholder={null}
        value={profile.source}
        choices={scanner.sources.map((one) => ({
          value: one.source,
          label: t(`scan.source.${one.source}`),
        }))}
        onChange={({ target }) => {
          const chosen = scanner.sources.find((one) => one.source === target.value);
          if (chosen !== undefined) onChange({ ...profile, source: chosen.source });
        }}
      />
      <Select
        label={t('scan.source.colour')}
        placeholder={null}
        value={profile.colour}
        choices={source.colours.map((colour) => ({
          value: colour,
          label: t(`scan.source.${colour}`),
        }))}
        onChange={({ target }) => {
          const colour = source.colours.find((one) => one === target.value);
          if (colour !== undefined) onChange({ ...profile, colour });
        }}
      />
      <Select
        label={t('scan.source.dpi')}
        placeholder={null}
        value={String(profile.dpi)}
        choices={source.resolutions.map((dpi) => ({
          value: String(dpi),
          label: t('scan.source.dpiOf', { dpi }),
        }))}
        onChange={({ target }) => onChange({ ...profile, dpi: Number(target.value) })}
      />
      <Select
        label={t('scan.source.size')}
        placeholder={null}
        value={sizeName(profile)}
        choices={sizes.map((size) => ({ value: size, label: t(`scan.source.${size}`) }))}
        onChange={({ target }) => {
          const size = sizes.find((one) => one === target.value) ?? 'whole';
          onChange({ ...profile, ...sizeOf(size) });
        }}
      />
    </div>
  );
}

function OtherWays({ taking }: { readonly taking: Taking }) {
  const t = useMessages();
  const picker = useRef<HTMLInputElement>(null);
  const [isFilming, setFilming] = useState(false);
  return (
    <div className={styles.ways}>
      <Button icon={FileUp} onClick={() => picker.current?.click()}>
        {t('scan.files')}
      </Button>
      <FilePicker
        ref={picker}
        multiple
        data-scan-files
        accept={PAPER_TYPES}
        aria-label={t('scan.files')}
        onFiles={(files) => void taking.takeFiles(files)}
      />
      <Button icon={Camera} onClick={() => setFilming(true)}>
        {t('scan.camera')}
      </Button>
      {isFilming && <CameraDialog taking={taking} onClose={() => setFilming(false)} />}
    </div>
  );
}
