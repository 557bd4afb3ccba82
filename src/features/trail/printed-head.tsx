import { useState } from 'react';
import { isPrintedHead, readPrintedHead } from '../../domain/trail/printed-head';
import type { ServiceError } from '../../contract/result';
import { Button } from '../../ui/controls/button';
import { ButtonRow, FieldGrid, Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { formatCount } from '../../ui/format/numbers';
import { TextField } from '../../ui/forms/text-field';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';

type Compared =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'fits' | 'differs' | 'absent'; readonly sequence: number }
  | { readonly kind: 'failed'; readonly error: ServiceError };

/** A head typed from a daily report, compared with the chain as it is now. */
export function PrintedHead() {
  const t = useMessages();
  const { store } = useLoket();
  const [sequence, setSequence] = useState('');
  const [digits, setDigits] = useState('');
  const [compared, setCompared] = useState<Compared | null>(null);

  async function compare(): Promise<Compared> {
    const head = readPrintedHead(sequence, digits);
    if (head === null) return { kind: 'unreadable' };
    const found = await store.trail.hashAt(head.sequence);
    if (!found.ok) return { kind: 'failed', error: found.error };
    if (found.value === null) return { kind: 'absent', sequence: head.sequence };
    const fits = isPrintedHead(found.value, head.digits);
    return { kind: fits ? 'fits' : 'differs', sequence: head.sequence };
  }

  return (
    <Section title={t('trail.printed')} description={t('trail.printed.text')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void compare().then(setCompared);
        }}
      >
        <Stack>
          <FieldGrid>
            <TextField
              name="head.sequence"
              label={t('trail.printed.sequence')}
              inputMode="numeric"
              width="short"
              value={sequence}
              onChange={(event) => {
                setSequence(event.target.value);
                setCompared(null);
              }}
            />
            <TextField
              name="head.digits"
              label={t('trail.printed.digits')}
              hint={t('trail.printed.hint')}
              value={digits}
              error={compared?.kind === 'unreadable' ? t('trail.printed.unreadable') : undefined}
              onChange={(event) => {
                setDigits(event.target.value);
                setCompared(null);
              }}
            />
          </FieldGrid>
          <ButtonRow>
            <Button type="submit" data-action="compare-head">
              {t('trail.printed.check')}
            </Button>
          </ButtonRow>
          {compared !== null && <Outcome compared={compared} />}
        </Stack>
      </form>
    </Section>
  );
}

function Outcome({ compared }: { readonly compared: Compared }) {
  const t = useMessages();
  const locale = useLocale();
  if (compared.kind === 'unreadable') return null;
  if (compared.kind === 'failed') {
    const { kind, detail } = compared.error;
    const details = { summary: t('ui.showDetails'), text: `${kind}: ${detail}` };
    return (
      <Banner tone="bad" title={t('trail.check.failed')} details={details}>
        {t('trail.check.failedText')}
      </Banner>
    );
  }
  const { kind } = compared;
  const sequence = formatCount(compared.sequence, locale);
  return (
    <div data-head={kind}>
      <Banner
        tone={kind === 'fits' ? 'good' : 'bad'}
        title={t(`trail.printed.${kind}`, { sequence })}
      >
        {t(`trail.printed.${kind}Text`)}
      </Banner>
    </div>
  );
}
