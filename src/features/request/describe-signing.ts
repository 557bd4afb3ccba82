import { assertNever } from '../../domain/assert-never';
import type { SigningEvent } from '../../domain/request/evolve-signing';
import type { SignedVersion, SigningOutcome } from '../../domain/request/signing-event';
import { translate, type Locale } from '../../messages/catalogue';
import { unknownWords } from '../shared/signing-words';
import { letterTitle } from '../shared/sop-words';
import type { Tone } from '../../ui/feedback/tone';

interface Told {
  readonly title: string;
  readonly details: readonly string[];
  readonly tone: Tone;
}

/** An event about the signatures of a letter, as the timeline and the trail tell it. */
export function toldSigning(event: SigningEvent, locale: Locale): Told {
  const letter = letterTitle(event.letter);
  switch (event.type) {
    case 'signing-begun': {
      const { name, way } = event;
      const details = [
        translate(locale, 'signing.event.by', { name }),
        translate(locale, `signing.way.${way}`),
      ];
      return {
        title: translate(locale, 'signing.event.begun', { letter }),
        details,
        tone: 'neutral',
      };
    }
    case 'signing-ended':
      return toldEnd(event.outcome, letter, locale);
    case 'signing-reconciled': {
      const { how } = event;
      const title = translate(locale, `signing.event.reconciled.${how.by}`, { letter });
      if (how.by === 'downloaded' || how.by === 'found-signed') {
        return { title, details: signatureWords(how, locale), tone: 'good' };
      }
      const details = [translate(locale, 'request.event.reason', { reason: how.reason })];
      return { title, details, tone: 'warn' };
    }
    default:
      return assertNever(event);
  }
}

function toldEnd(outcome: SigningOutcome, letter: string, locale: Locale): Told {
  const title = translate(locale, `signing.event.ended.${outcome.kind}`, { letter });
  switch (outcome.kind) {
    case 'signed':
      return { title, details: signatureWords(outcome, locale), tone: 'good' };
    case 'refused': {
      const details = [outcome.text === '' ? outcome.code : outcome.text];
      return { title, details, tone: 'bad' };
    }
    case 'given-up': {
      const { reason } = outcome;
      const details = [translate(locale, 'request.event.reason', { reason })];
      return { title, details, tone: 'warn' };
    }
    case 'unknown':
      return { title, details: [unknownWords(outcome.code, locale)], tone: 'bad' };
    case 'not-sent':
      return { title, details: [], tone: 'warn' };
    case 'passphrase-wrong':
      return { title, details: [], tone: 'warn' };
    case 'paper-scanned': {
      const details = [translate(locale, 'signing.paper.noSignature')];
      return { title, details, tone: 'good' };
    }
    default:
      return assertNever(outcome);
  }
}

/** Whose certificate, its number, and whether the file was rewritten. */
export function signatureWords(
  { signature, keepsOriginal }: Pick<SignedVersion, 'signature' | 'keepsOriginal'>,
  locale: Locale,
): readonly string[] {
  const { signer, serialHex, level } = signature;
  const facts = { signer: signer ?? '—', serial: serialHex ?? '—', level };
  return [
    translate(locale, 'signing.facts', facts),
    ...(keepsOriginal ? [] : [translate(locale, 'signing.rewritten')]),
  ];
}
