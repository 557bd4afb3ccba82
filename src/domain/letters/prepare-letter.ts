import { fail, succeed, type Result } from '../../contract/result';
import { assertNever } from '../assert-never';
import type {
  LetterBlock,
  LetterContent,
  LetterKop,
  LetterRow,
  LetterSignature,
  LetterText,
} from './letter-content';
import { letterDateOfIso } from '../numbering/local-date';
import { dispositionChain } from './disposition-chain';
import { ELECTRONIC_WORDS, HAND_SIGNING, signsElectronically } from './electronic-signing';
import {
  gatherLetterData,
  gatherSignatureData,
  letterDay,
  type LetterData,
  type LetterSources,
} from './letter-data';
import type { LetterWordingError } from './letter-error';
import { cleanLetterValue } from './letter-formats';
import { fillLetterText } from './letter-markup';
import type {
  LetterTemplate,
  LetterTemplateBlock,
  LetterTemplateLine,
  LetterTemplateRow,
  LetterTemplateSignature,
} from './letter-template';

/** Hears of a refusal; wording goes on with what is left where it does not throw. */
type Refuse = (refusal: LetterWordingError) => void;

/** Carries the first refusal out of the nested texts; never leaves this file. */
class WordingRefused extends Error {
  constructor(readonly refusal: LetterWordingError) {
    super(refusal.code);
  }
}

/**
 * The letter's words with every placeholder filled; pure. Refuses with the placeholder's name
 * when the template asks for a field that does not exist, or for one that has no value and is
 * not marked optional.
 */
export function prepareLetter(
  template: LetterTemplate,
  sources: LetterSources,
): Result<LetterContent, LetterWordingError> {
  return firstRefusalOr(template, gatherLetterData(sources), sources);
}

/** Stands on an empty form where a value is to be written by hand. */
const BLANK = '……………………';

/**
 * The letter as an empty form: what the office knows of itself is there, everything of a
 * request is left to be written by hand; pure.
 */
export function prepareBlankLetter(
  template: LetterTemplate,
  sources: LetterSources,
): Result<LetterContent, LetterWordingError> {
  const data = [...gatherLetterData(sources)].map(
    ([name, value]) => [name, /^(office|official)\./.test(name) ? value : BLANK] as const,
  );
  // An empty form is filled in and signed by hand, whatever the letter itself is.
  const office = { ...sources.office, signing: HAND_SIGNING };
  return firstRefusalOr(template, new Map(data), { ...sources, office });
}

function firstRefusalOr(
  template: LetterTemplate,
  data: LetterData,
  sources: LetterSources,
): Result<LetterContent, LetterWordingError> {
  const refuse: Refuse = (refusal) => {
    throw new WordingRefused(refusal);
  };
  try {
    return succeed(worded(template, data, sources, refuse));
  } catch (thrown) {
    if (thrown instanceof WordingRefused) return fail(thrown.refusal);
    throw thrown;
  }
}

/**
 * Everything that keeps a letter from being worded, each once; none where `prepareLetter` words
 * it. Pure.
 */
export function letterRefusals(
  template: LetterTemplate,
  sources: LetterSources,
): readonly LetterWordingError[] {
  const found = new Map<string, LetterWordingError>();
  worded(template, gatherLetterData(sources), sources, (refusal) => {
    const about = refusal.code === 'papers-none' ? refusal.of : refusal.placeholder;
    const key = `${refusal.code} ${about}`;
    if (!found.has(key)) found.set(key, refusal);
  });
  return [...found.values()];
}

function worded(
  template: LetterTemplate,
  data: LetterData,
  sources: LetterSources,
  refuse: Refuse,
): LetterContent {
  const { signing } = sources.office;
  const isElectronic = signing?.letters.includes(template.key) ?? false;
  const signed = gatherSignatureData(sources, data);
  const wording = new Wording(data, signed, { ...sources, isElectronic }, refuse);
  const base = {
    letterId: sources.letterId,
    title: template.title,
    kop: wording.kop(template.kop),
    signatures: template.signatures.map((signature) =>
      wording.signature(signature, isElectronic && signsElectronically(signature.actor)),
    ),
    copies: wording.lines(template.copies),
    ...(signing && isElectronic && { footer: valueText(ELECTRONIC_WORDS.footers[signing.footer]) }),
  };
  switch (template.shape) {
    case 'korespondensi':
      return {
        ...base,
        shape: template.shape,
        dateline: wording.text(template.dateline),
        head: wording.rows(template.head),
        addressee: {
          label: wording.text(template.addressee.label),
          lines: wording.lines(template.addressee.lines),
        },
        blocks: wording.blocks(template.blocks),
      };
    case 'judul':
      return {
        ...base,
        shape: template.shape,
        heading: template.heading.map((line) => wording.text(line)),
        numberLine: wording.text(template.numberLine),
        blocks: wording.blocks(template.blocks),
        slip: wording.blocks(template.slip),
      };
    case 'disposition':
      return { ...base, shape: template.shape, ...dispositionOf(template, wording, sources) };
    default:
      return assertNever(template);
  }
}

function dispositionOf(
  template: Extract<LetterTemplate, { shape: 'disposition' }>,
  wording: Wording,
  sources: LetterSources,
) {
  const { urgency, forwardTo, requests, chain } = template;
  const given = sources.sheet.flatMap((entry) => (entry.kind === 'given' ? [entry] : []));
  const [first] = given;
  return {
    heading: wording.text(template.heading),
    left: wording.rows(template.left),
    right: wording.rows(template.right),
    urgency: {
      label: wording.text(urgency.label),
      choices: urgency.choices.map((choice) => ({
        text: wording.text(choice.text),
        ticked: choice.urgency === given.at(-1)?.urgency,
      })),
    },
    subject: {
      label: wording.text(template.subject.label),
      text: wording.text(template.subject.text),
    },
    forwardTo: {
      heading: wording.text(forwardTo.heading),
      lines: forwardTo.lines,
      filled: given
        .slice(0, forwardTo.lines)
        .map(({ to }) => valueText([to.title, to.name].filter((word) => word !== '').join(', '))),
      ending: wording.text(forwardTo.ending),
    },
    requests: {
      heading: wording.text(requests.heading),
      choices: requests.choices.map((choice) => ({
        text: wording.text(choice),
        ticked: first?.instructions.includes(choice) ?? false,
      })),
      blanks: requests.blanks,
    },
    chain: {
      columns: chain.columns.map((column) => wording.text(column)),
      rows: dispositionChain({ ...sources, day: letterDay(sources) }).map(
        ({ from, to, instruction, dated }) =>
          [
            from === '' ? wording.text(chain.blank) : valueText(from),
            to === '' ? wording.text(chain.blank) : valueText(to),
            valueText(instruction),
            valueText(dated),
          ] as const,
      ),
    },
    notesHeading: wording.text(template.notesHeading),
  };
}

/** A value as it stands, never read as marks of type. */
function valueText(value: string): LetterText {
  return value === '' ? [] : [{ text: cleanLetterValue(value), bold: false, italic: false }];
}

/** Fills the pieces of a template for one request. */
class Wording {
  constructor(
    private readonly data: LetterData,
    /** The values as signatures have them. */
    private readonly signed: LetterData,
    private readonly sources: Pick<LetterSources, 'data' | 'office' | 'papers' | 'steps'> & {
      readonly isElectronic: boolean;
    },
    private readonly refuse: Refuse,
  ) {}

  /** A text that must be complete. */
  text(template: string, data = this.data): LetterText {
    return this.line({ text: template, optional: false }, data) ?? [];
  }

  lines(lines: readonly LetterTemplateLine[], data = this.data): readonly LetterText[] {
    return lines.flatMap((line) => {
      const text = this.line(line, data);
      return text ? [text] : [];
    });
  }

  rows(rows: readonly LetterTemplateRow[]): readonly LetterRow[] {
    return rows.flatMap((row) => {
      const text = this.line(row);
      return text ? [{ label: this.text(row.label), text }] : [];
    });
  }

  blocks(blocks: readonly LetterTemplateBlock[]): readonly LetterBlock[] {
    return blocks.flatMap((block) => this.block(block));
  }

  kop(kop: LetterTemplate['kop']): LetterKop {
    const contact = kop.contact.map((parts) => joined(this.lines(parts)));
    const { unit } = this.sources.office;
    return {
      government: this.text(kop.government),
      name: this.text(kop.name),
      ...(kop.of === 'office' && unit && { unit: valueText(unit.toLocaleUpperCase('id')) }),
      contact: contact.filter((line) => line.length > 0),
    };
  }

  signature(signature: LetterTemplateSignature, isElectronic: boolean): LetterSignature {
    const { actor, column, dateline } = signature;
    return {
      actor,
      column,
      dateline: dateline === null ? null : this.text(dateline, this.signed),
      position: this.text(signature.position, this.signed),
      name: this.text(signature.name, this.signed),
      details: this.lines(signature.details, this.signed),
      ...(isElectronic && { electronic: valueText(ELECTRONIC_WORDS.heading) }),
    };
  }

  private block(block: LetterTemplateBlock): readonly LetterBlock[] {
    switch (block.kind) {
      case 'paragraph': {
        const text = this.line(block);
        return text ? [{ kind: 'paragraph', text, indented: block.indented }] : [];
      }
      case 'table': {
        const rows = this.rows(block.rows);
        return rows.length > 0 ? [{ kind: 'table', rows }] : [];
      }
      case 'list': {
        const items = this.lines(block.items);
        return items.length > 0 ? [{ kind: 'list', items }] : [];
      }
      case 'choices': {
        const items = this.lines(block.items).map((text) => ({ text, ticked: false }));
        return items.length > 0 ? [{ kind: 'choices', items }] : [];
      }
      case 'papers':
        return this.papers(block.of);
      case 'steps':
        return this.steps();
      default:
        return assertNever(block);
    }
  }

  /** A list of nothing would be a letter about nothing. */
  private papers(of: 'held' | 'missing'): readonly LetterBlock[] {
    const names = this.sources.papers[of];
    if (names.length === 0) this.refuse({ code: 'papers-none', of });
    return [{ kind: 'list', items: names.map(valueText) }];
  }

  private steps(): readonly LetterBlock[] {
    const rows = this.sources.steps.map(({ date, activity }) => ({
      label: valueText(letterDateOfIso(date)),
      text: valueText(activity),
    }));
    return rows.length === 0 ? [] : [{ kind: 'table', rows }];
  }

  /**
   * null when the line is left out; an unknown placeholder is refused even then. On a letter
   * that is signed electronically nothing can be written by hand any more (letters.md 4.4).
   */
  private line(line: LetterTemplateLine, data = this.data): LetterText | null {
    const { text, unknown, empty, byHand } = fillLetterText(line.text, data);
    for (const placeholder of unknown) this.refuse({ code: 'placeholder-unknown', placeholder });
    if (!this.applies(line)) return null;
    if (empty.length > 0 && line.optional) return null;
    // Number and date come when the letter is issued: a draft has none of them.
    const left = byHand.filter((name) => this.sources.isElectronic && !name.startsWith('letter.'));
    for (const placeholder of [...empty, ...left]) {
      this.refuse({ code: 'placeholder-empty', placeholder });
    }
    return text;
  }

  private applies({ onlyForReasons, exceptForReasons }: LetterTemplateLine): boolean {
    const { key } = this.sources.data.reason;
    const named = (reasons: readonly string[]) => key !== null && reasons.includes(key);
    if (onlyForReasons && !named(onlyForReasons)) return false;
    return !(exceptForReasons && named(exceptForReasons));
  }
}

function joined(parts: readonly LetterText[]): LetterText {
  const comma = { text: ', ', bold: false, italic: false };
  return parts.flatMap((part, index) => (index === 0 ? part : [comma, ...part]));
}
