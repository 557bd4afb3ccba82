import { IdCard } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { FilePicker } from '../../ui/forms/file-picker';
import { groupNik } from '../../ui/format/numbers';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import type { FoundOn } from '../shared/read-paper';
import { ReadFailureBanner, ReadRow } from '../shared/read-snippet';
import { cleanEntry } from './entry-cleaning';
import styles from './intake.module.css';
import { useIntakeScreen } from './intake-screen';
import type { CardReader } from './use-card-reader';

/** Chooses the picture of an identity card that is to be read. */
export function CardPicker({ reader }: { readonly reader: CardReader }) {
  const t = useMessages();
  const picker = useRef<HTMLInputElement>(null);
  const choose = () => picker.current?.click();
  useShortcuts({ 'Ctrl+b': { label: t('reading.card.open'), run: choose } });
  return (
    <>
      <Button icon={IdCard} kbd="Ctrl B" busy={reader.reading.state === 'working'} onClick={choose}>
        {t('reading.card.open')}
      </Button>
      <FilePicker
        ref={picker}
        data-card-picture
        accept="image/jpeg,image/png"
        aria-label={t('reading.card.open')}
        onFiles={([file]) => {
          if (file !== undefined) reader.read(file);
        }}
      />
    </>
  );
}

/** What a card says, each beside its place on the picture, to be taken one by one. */
export function CardOffer({ reader }: { readonly reader: CardReader }) {
  const t = useMessages();
  const { reading, close } = reader;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (reading.state !== 'read' && reading.state !== 'failed') return;
    // What came of it is gone on with at once; without anything to take, it can be closed.
    panel.current?.querySelector<HTMLElement>('[data-card-offer] button')?.focus();
  }, [reading]);
  if (reading.state === 'closed') return null;
  return (
    <div ref={panel} data-card-reading={reading.state}>
      <Section
        title={t('reading.card.title')}
        description={`${t('reading.hint')} ${t('reading.card.private')}`}
        actions={
          <Button size="small" onClick={close}>
            {t('ui.close')}
          </Button>
        }
      >
        <div aria-live="polite" data-card-offer>
          {reading.state === 'working' && <p className={styles.faint}>{t('reading.working')}</p>}
          {reading.state === 'failed' && <ReadFailureBanner failure={reading.failure} />}
          {reading.state === 'read' && (
            <div className={styles.cardOffer}>
              <Offered field="nik" found={reading.found.nik} />
              <Offered field="name" found={reading.found.name} />
            </div>
          )}
        </div>
      </Section>
    </div>
  );
}

interface OfferedProps {
  readonly field: 'nik' | 'name';
  readonly found: FoundOn | null;
}

function Offered({ field, found }: OfferedProps) {
  const t = useMessages();
  const { form, values } = useIntakeScreen();
  const path = `applicant.${field}` as const;
  const typed = cleanEntry(path, values.applicant[field]).value;
  const isSame = found !== null && typed === found.value;
  const label = t(`reading.field.${field}`);
  const isFilled = typed !== '' && !isSame;
  return (
    <Stack>
      <ReadRow
        field={field}
        found={found}
        value={found !== null && field === 'nik' ? groupNik(found.value) : found?.value}
        actions={
          <Button
            size="small"
            aria-label={t('reading.card.useOf', { field: label })}
            blocked={
              isSame
                ? t('reading.card.same')
                : isFilled
                  ? t('reading.card.filled', { field: label })
                  : undefined
            }
            onClick={() => {
              if (found === null) return;
              form.setValue(path, found.value, { shouldDirty: true, shouldTouch: true });
            }}
          >
            {t('reading.card.use')}
          </Button>
        }
      >
        {(isSame || isFilled) && (
          <p className={styles.faint} data-read-note={isSame ? 'same' : 'filled'}>
            {t(isSame ? 'reading.card.same' : 'reading.card.filled', { field: label })}
          </p>
        )}
      </ReadRow>
    </Stack>
  );
}
