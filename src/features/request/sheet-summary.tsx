import { Stamp } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { useMessages } from '../../ui/messages/use-messages';
import { SheetList } from '../disposition/sheet-list';
import { useMay } from '../shared/use-permission';
import { isDisposition } from './make-letters';
import type { OpenRequest } from './open-request';
import type { RequestWork } from './use-request-work';

/**
 * What is on the disposition sheet, with the way to a running sheet: the form made anew with
 * every line recorded so far, under the same agenda number.
 */
export function SheetSummary(props: { readonly open: OpenRequest; readonly work: RequestWork }) {
  const t = useMessages();
  const navigate = useNavigate();
  const { open, work } = props;
  const { sop, state } = open;
  const letter = sop.steps.flatMap(({ letters }) => letters).find(isDisposition);
  const { why } = useMay('issue-letter');
  const running = state.status === 'open' && state.sheet.length > 0;
  return (
    <Section
      title={t('disposition.sheet')}
      actions={
        running &&
        letter !== undefined && (
          <Button
            size="small"
            icon={Stamp}
            busy={work.busy !== null}
            data-action="running-sheet"
            blocked={why}
            onClick={() => {
              void navigate(`/permohonan/${state.id}?bagian=letters`);
              void work.issue([letter]);
            }}
          >
            {t('disposition.sheet.running')}
          </Button>
        )
      }
    >
      <SheetList sheet={state.sheet} sop={sop} />
    </Section>
  );
}
