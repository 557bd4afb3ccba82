import { MessageSquareWarning, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { legalDueAt } from '../../domain/privacy/legal-clock';
import type { CorrectionTicket } from '../../domain/request/correction-ticket';
import type { RequestCommand } from '../../domain/request/request-command';
import type { RequestState } from '../../domain/request/request-state';
import { Button, ButtonLink } from '../../ui/controls/button';
import { ButtonRow, Section } from '../../ui/data/section';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { LegalClockBadge } from '../shared/legal-clock-badge';
import { TypedText } from '../shared/nik-value';
import { useMay } from '../shared/use-permission';
import { useNow, useTimeContext } from '../shared/use-time-context';
import styles from './rights.module.css';

interface TicketListProps {
  readonly request: RequestState;
  readonly onCommand: (command: RequestCommand) => void;
}

/** What the person asked to be corrected, with its clock; answered or refused from here. */
export function TicketList({ request, onCommand }: TicketListProps) {
  const t = useMessages();
  const { why } = useMay('ask-correction');
  const [refusing, setRefusing] = useState<string | null>(null);
  const tickets = request.corrections.toReversed();
  return (
    <Section
      title={t('rights.tickets')}
      description={t('rights.tickets.text')}
      actions={
        <ButtonLink
          size="small"
          icon={MessageSquareWarning}
          href={`#/permohonan/${request.id}/permintaan-koreksi`}
          blocked={why}
          data-action="ask-correction"
        >
          {t('rights.ticket.ask')}
        </ButtonLink>
      }
    >
      {tickets.length === 0 && <p className={styles.faint}>{t('rights.tickets.none')}</p>}
      <ul className={styles.tickets}>
        {tickets.map((ticket) => (
          <Ticket
            key={ticket.id}
            ticket={ticket}
            requestId={request.id}
            onRefuse={() => {
              setRefusing(ticket.id);
            }}
          />
        ))}
      </ul>
      <ReasonDialog
        open={refusing !== null}
        title={t('rights.refuse.title')}
        description={t('rights.refuse.text')}
        confirmLabel={t('rights.ticket.refuse')}
        destructive
        suggestions={[t('rights.refuse.right'), t('rights.refuse.noProof')]}
        onClose={() => {
          setRefusing(null);
        }}
        onConfirm={(reason) => {
          if (refusing !== null) {
            onCommand({ command: 'refuse-correction', ticketId: refusing, reason });
          }
          setRefusing(null);
        }}
      />
    </Section>
  );
}

interface TicketProps {
  readonly ticket: CorrectionTicket;
  readonly requestId: string;
  readonly onRefuse: () => void;
}

function Ticket({ ticket, requestId, onRefuse }: TicketProps) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const { id, askedBy, askedAt, wrong, evidence, ending } = ticket;
  const timeOf = (at: string) => formatTimeOrDay(at, now, context);
  return (
    <li data-ticket={id} data-ending={ending?.how ?? 'open'}>
      <p className={styles.ticketHead}>
        <span>{t('rights.ticket.asked', { name: askedBy, time: timeOf(askedAt) })}</span>
        <LegalClockBadge dueAt={legalDueAt(askedAt)} endedAt={ending?.at ?? null} />
      </p>
      <p className={styles.typed}>
        <TypedText text={wrong} subject={requestId} />
      </p>
      <p className={styles.faint}>
        {evidence === '' ? (
          t('rights.ticket.noEvidence')
        ) : (
          <TypedText text={t('rights.ticket.evidence', { evidence })} subject={requestId} />
        )}
      </p>
      {ending === null ? (
        <TicketButtons requestId={requestId} ticketId={id} onRefuse={onRefuse} />
      ) : (
        <>
          <p className={styles.faint}>
            {ending.how === 'corrected' ? (
              t('rights.ticket.corrected', { time: timeOf(ending.at) })
            ) : (
              <TypedText
                text={t('rights.ticket.refused', {
                  time: timeOf(ending.at),
                  reason: ending.reason,
                })}
                subject={requestId}
              />
            )}
          </p>
          <p className={styles.faint}>{t('rights.ticket.tell')}</p>
        </>
      )}
    </li>
  );
}

interface TicketButtonsProps {
  readonly requestId: string;
  readonly ticketId: string;
  readonly onRefuse: () => void;
}

function TicketButtons({ requestId, ticketId, onRefuse }: TicketButtonsProps) {
  const t = useMessages();
  const correct = useMay('correct-request');
  const refuse = useMay('refuse-correction');
  return (
    <ButtonRow>
      <ButtonLink
        size="small"
        icon={Pencil}
        href={`#/permohonan/${requestId}/koreksi?tiket=${ticketId}`}
        blocked={correct.why}
        data-action="answer-correction"
      >
        {t('rights.ticket.correct')}
      </ButtonLink>
      <Button
        size="small"
        icon={X}
        blocked={refuse.why}
        data-action="refuse-correction"
        onClick={onRefuse}
      >
        {t('rights.ticket.refuse')}
      </Button>
    </ButtonRow>
  );
}
