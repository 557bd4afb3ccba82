import { Camera } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { Dialog } from '../../ui/feedback/dialog';
import { Select } from '../../ui/forms/select';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './scan.module.css';
import type { Taking } from './use-taking';

/** As sharp as a camera gives; it picks the nearest it can. */
const SHARPEST = { width: { ideal: 4096 }, height: { ideal: 4096 }, facingMode: 'environment' };
/** Quality of the picture that is kept. */
const QUALITY = 0.95;

type Film =
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly cameras: readonly MediaDeviceInfo[] }
  | { readonly state: 'failed'; readonly detail: string };

/** A document camera, or a telephone's: each press takes a page. */
export function CameraDialog(props: { readonly taking: Taking; readonly onClose: () => void }) {
  const { taking, onClose } = props;
  const t = useMessages();
  const [camera, setCamera] = useState('');
  const [taken, setTaken] = useState(0);
  const { film, video } = useFilm(camera);
  const take = () => {
    if (video.current === null || film.state !== 'running') return;
    void pictureOf(video.current).then(async (bytes) => {
      await taking.takePicture(bytes, null);
      setTaken((before) => before + 1);
    });
  };
  return (
    <Dialog
      open
      wide
      title={t('scan.camera.title')}
      onClose={onClose}
      actions={
        <>
          <span className={styles.faint} role="status">
            {taken > 0 && t('scan.camera.taken', { count: taken })}
          </span>
          <Button onClick={onClose}>{t('ui.close')}</Button>
          <Button variant="primary" icon={Camera} busy={film.state === 'waiting'} onClick={take}>
            {t('scan.camera.take')}
          </Button>
        </>
      }
    >
      {film.state === 'failed' && <NoCamera detail={film.detail} />}
      {film.state === 'running' && film.cameras.length > 1 && (
        <Select
          label={t('scan.camera.which')}
          placeholder={null}
          value={camera === '' ? film.cameras[0]?.deviceId : camera}
          choices={film.cameras.map(({ deviceId, label }) => ({ value: deviceId, label }))}
          onChange={(event) => setCamera(event.target.value)}
        />
      )}
      {film.state === 'waiting' && <p className={styles.faint}>{t('scan.camera.waiting')}</p>}
      <video
        ref={video}
        className={styles.film}
        hidden={film.state !== 'running'}
        aria-label={t('scan.camera.picture')}
        autoPlay
        muted
        playsInline
      />
    </Dialog>
  );
}

function NoCamera({ detail }: { readonly detail: string }) {
  const t = useMessages();
  return (
    <Banner
      tone="bad"
      title={t('scan.camera.none')}
      details={{ summary: t('ui.showDetails'), text: detail }}
    >
      {t('scan.camera.noneText')}
    </Banner>
  );
}

/** The camera's picture in `video` while it is shown; the camera is let go with it. */
function useFilm(camera: string): {
  readonly film: Film;
  readonly video: RefObject<HTMLVideoElement | null>;
} {
  const video = useRef<HTMLVideoElement>(null);
  const [film, setFilm] = useState<Film>({ state: 'waiting' });
  useEffect(() => {
    let isWanted = true;
    let stream: MediaStream | null = null;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const start = async () => {
      const wanted = { ...SHARPEST, ...(camera !== '' && { deviceId: { exact: camera } }) };
      stream = await navigator.mediaDevices.getUserMedia({ video: wanted });
      if (!isWanted) {
        stop();
        return;
      }
      const devices = await navigator.mediaDevices.enumerateDevices();
      if (video.current !== null) video.current.srcObject = stream;
      setFilm({
        state: 'running',
        cameras: devices.filter(({ kind }) => kind === 'videoinput'),
      });
    };
    start().catch((error: unknown) => {
      if (isWanted) setFilm({ state: 'failed', detail: nameOf(error) });
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [camera]);
  return { film, video };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

/** What the camera shows now, in all its points. */
async function pictureOf(video: HTMLVideoElement): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
}
