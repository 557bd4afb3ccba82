import { Button } from '../../ui/controls/button';
import { KeyValueList } from '../../ui/data/key-value-list';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Progress } from '../../ui/feedback/progress';
import { formatBytes } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import type { BoundDocument } from '../../documents/scan-protocol';
import styles from './scan.module.css';
import type { Binding } from './use-bound-document';

interface SizePanelProps {
  readonly binding: Binding;
  /** Bytes; infinite where nobody set one. */
  readonly limit: number;
  readonly onBlackWhite: () => void;
}

/** What the document weighs before and after, and what was done for it. */
export function SizePanel(props: SizePanelProps) {
  const t = useMessages();
  return (
    <Section title={t('scan.size.title')}>
      <SizeFacts {...props} />
    </Section>
  );
}

function SizeFacts({ binding, limit, onBlackWhite }: SizePanelProps) {
  const t = useMessages();
  const locale = useLocale();
  switch (binding.state) {
    case 'none':
      return <p className={styles.faint}>{t('scan.size.none')}</p>;
    case 'binding':
      return <Progress label={t('scan.size.working')} value={binding.share} />;
    case 'failed':
      return (
        <Banner
          tone="bad"
          title={t('scan.size.failed')}
          details={{ summary: t('ui.showDetails'), text: binding.detail }}
        >
          {t('scan.size.failedText')}
        </Banner>
      );
    case 'bound': {
      const { document } = binding;
      const facts = [
        {
          key: 'before',
          label: t('scan.size.before'),
          value: formatBytes(document.before, locale),
        },
        { key: 'after', label: t('scan.size.after'), value: formatBytes(document.weight, locale) },
        ...(Number.isFinite(limit)
          ? [{ key: 'limit', label: t('scan.size.limit'), value: formatBytes(limit, locale) }]
          : []),
      ];
      return (
        <Stack>
          <KeyValueList entries={facts} />
          {document.fits ? (
            <p className={styles.faint}>
              <Done document={document} />
            </p>
          ) : (
            <Banner
              tone="warn"
              title={t('scan.size.over', { limit: formatBytes(limit, locale) })}
              actions={
                <Button size="small" onClick={onBlackWhite}>
                  {t('scan.size.allBlackWhite')}
                </Button>
              }
            >
              {t('scan.size.overText', { weight: formatBytes(document.weight, locale) })}
            </Banner>
          )}
        </Stack>
      );
    }
  }
}

function Done({ document }: { readonly document: BoundDocument }) {
  const t = useMessages();
  const { fineness } = document;
  if (fineness === null) return t('scan.size.asScanned');
  const quality = Math.round(fineness.quality * 100);
  return t('scan.size.smaller', { dpi: fineness.dpi, quality });
}
