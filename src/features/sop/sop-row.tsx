import { Copy, Download, PencilLine } from 'lucide-react';
import type { Sop } from '../../domain/sop/sop';
import { Button } from '../../ui/controls/button';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { useToast } from '../../ui/feedback/toast';
import { Checkbox } from '../../ui/forms/radio-group';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { serviceLabel } from '../shared/sop-words';
import { useMay } from '../shared/use-permission';
import { saveSopFile } from './save-sop-file';
import styles from './sop.module.css';

interface SopRowProps {
  readonly sop: Sop;
  readonly isOwn: boolean;
  readonly isOffered: boolean;
  /** The counter would be left without any. */
  readonly isLastOffered: boolean;
  readonly onOffer: (isOffered: boolean) => void;
  readonly onCopy: () => void;
  readonly onChange: () => void;
}

/** One installed SOP in its newest version, and what can be done with it. */
export function SopRow({ sop, isOwn, isOffered, isLastOffered, ...on }: SopRowProps) {
  const t = useMessages();
  const locale = useLocale();
  const { why } = useMay('configure-office');
  const { id, version, identity } = sop;
  const { title, office, number } = identity;
  const facts = [
    office,
    number,
    serviceLabel(sop.service, locale),
    t('sop.version', { version }),
    t('sop.steps', { count: sop.steps.length }),
  ];
  return (
    <li className={styles.row} data-sop={id}>
      <div className={styles.rowWords}>
        <div className={styles.rowTitle}>
          <a href={`#/sop/${id}/${version}`}>{title}</a>
          <StatusBadge
            tone={isOwn ? 'info' : 'neutral'}
            label={t(isOwn ? 'sop.own' : 'sop.preset')}
          />
        </div>
        <div className={styles.facts}>
          {facts.map((fact, index) => (
            <span key={index}>{fact}</span>
          ))}
        </div>
      </div>
      <div
        className={styles.rowOffer}
        title={why ?? (isLastOffered ? t('sop.lastOffered') : undefined)}
      >
        <Checkbox
          label={t('sop.offered')}
          aria-label={t('sop.offeredNamed', { title, office })}
          checked={isOffered}
          disabled={isLastOffered || why !== undefined}
          data-action="offer-sop"
          onChange={(event) => {
            on.onOffer(event.target.checked);
          }}
        />
      </div>
      <SopRowButtons sop={sop} isOwn={isOwn} onCopy={on.onCopy} onChange={on.onChange} />
    </li>
  );
}

function SopRowButtons({
  sop,
  isOwn,
  onCopy,
  onChange,
}: Pick<SopRowProps, 'sop' | 'isOwn' | 'onCopy' | 'onChange'>) {
  const t = useMessages();
  const toast = useToast();
  const { why } = useMay('edit-sop');
  const { title, office } = sop.identity;
  return (
    <div className={styles.rowButtons}>
      {isOwn && (
        <Button
          size="small"
          icon={PencilLine}
          aria-label={t('sop.changeNamed', { title, version: sop.version + 1 })}
          data-action="change-sop"
          blocked={why}
          onClick={onChange}
        >
          {t('sop.change')}
        </Button>
      )}
      <Button
        size="small"
        icon={Copy}
        aria-label={t('sop.copyNamed', { title, office })}
        data-action="copy-sop"
        blocked={why}
        onClick={onCopy}
      >
        {t('sop.copy')}
      </Button>
      <Button
        size="small"
        icon={Download}
        aria-label={t('sop.exportNamed', { title, version: sop.version })}
        data-action="export-sop"
        onClick={() => {
          toast({ text: t('sop.exported', { name: saveSopFile(sop) }) });
        }}
      >
        {t('sop.export')}
      </Button>
    </div>
  );
}
