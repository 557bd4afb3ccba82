import { FileDown, FileText } from 'lucide-react';
import { Button } from '../../ui/controls/button';
import { Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Progress } from '../../ui/feedback/progress';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import type { TrailFilter } from '../../store/trail-store';
import { formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import type { FilterValues } from './trail-filter';
import { useTrailExport } from './use-trail-export';

interface ExportButtonsProps {
  readonly filter: TrailFilter;
  readonly values: FilterValues;
}

/** Saving what the filter shows, each time with a reason that is itself recorded. */
export function ExportButtons({ filter, values }: ExportButtonsProps) {
  const t = useMessages();
  const locale = useLocale();
  const { asked, gathering, failure, ask, confirm, close, cancel } = useTrailExport(filter, values);
  if (gathering !== null) {
    return (
      <>
        <Progress
          label={t('trail.export.gathering', { count: formatCount(gathering, locale) })}
          value={null}
        />
        <Button onClick={cancel}>{t('trail.export.cancel')}</Button>
      </>
    );
  }
  return (
    <Stack>
      <div>
        <Button
          icon={FileDown}
          data-action="export-csv"
          onClick={() => {
            ask('csv');
          }}
        >
          {t('trail.export.csv')}
        </Button>{' '}
        <Button
          icon={FileText}
          data-action="export-pdf"
          onClick={() => {
            ask('pdf');
          }}
        >
          {t('trail.export.pdf')}
        </Button>
      </div>
      {failure !== null && (
        <Banner tone="bad" title={t('trail.export.failed')}>
          {failure}
        </Banner>
      )}
      <ReasonDialog
        open={asked !== null}
        title={t('trail.export.title')}
        description={t('trail.export.text')}
        confirmLabel={t('trail.export.confirm')}
        suggestions={[
          t('trail.export.reason.request'),
          t('trail.export.reason.month'),
          t('trail.export.reason.incident'),
        ]}
        onConfirm={confirm}
        onClose={close}
      />
    </Stack>
  );
}
