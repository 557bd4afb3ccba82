/** What a letter says once every placeholder has its value: plain data the renderer draws. */

export interface LetterRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}
export type LetterText = readonly LetterRun[];

/** A line with a box before it. */
export interface LetterChoice {
  readonly text: LetterText;
  readonly ticked: boolean;
}

export interface LetterRow {
  readonly label: LetterText;
  readonly text: LetterText;
}

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly text: LetterText; readonly indented: boolean }
  | { readonly kind: 'table'; readonly rows: readonly LetterRow[] }
  | { readonly kind: 'list'; readonly items: readonly LetterText[] }
  | { readonly kind: 'choices'; readonly items: readonly LetterChoice[] };

export interface LetterSignature {
  /** Actor key of the SOP. */
  readonly actor: string;
  readonly column: 'left' | 'right';
  readonly dateline: LetterText | null;
  readonly position: LetterText;
  readonly name: LetterText;
  readonly details: readonly LetterText[];
  /** Words at the head of an electronic signature's box; one by hand has none. */
  readonly electronic?: LetterText;
}

export interface LetterKop {
  readonly government: LetterText;
  readonly name: LetterText;
  /** A third line, such as a bidang or a UPT. */
  readonly unit?: LetterText;
  readonly contact: readonly LetterText[];
}

interface LetterContentBase {
  /** UUID of the letter: all its QR code says. */
  readonly letterId: string;
  /** Title for the PDF's metadata; names no person. */
  readonly title: string;
  readonly kop: LetterKop;
  readonly signatures: readonly LetterSignature[];
  readonly copies: readonly LetterText[];
  /** Stands at the foot of each page of a letter that is signed electronically. */
  readonly footer?: LetterText;
}

export interface CorrespondenceContent extends LetterContentBase {
  readonly shape: 'korespondensi';
  readonly dateline: LetterText;
  readonly head: readonly LetterRow[];
  readonly addressee: { readonly label: LetterText; readonly lines: readonly LetterText[] };
  readonly blocks: readonly LetterBlock[];
}

export interface TitledContent extends LetterContentBase {
  readonly shape: 'judul';
  readonly heading: readonly LetterText[];
  readonly numberLine: LetterText;
  readonly blocks: readonly LetterBlock[];
  /** Below the signatures, to be cut off; empty where there is none. */
  readonly slip: readonly LetterBlock[];
}

export interface DispositionContent extends LetterContentBase {
  readonly shape: 'disposition';
  readonly heading: LetterText;
  readonly left: readonly LetterRow[];
  readonly right: readonly LetterRow[];
  readonly urgency: { readonly label: LetterText; readonly choices: readonly LetterChoice[] };
  readonly subject: LetterRow;
  readonly forwardTo: {
    readonly heading: LetterText;
    readonly lines: number;
    /** Stand on the first lines; the others are left to be written. */
    readonly filled: readonly LetterText[];
    readonly ending: LetterText;
  };
  readonly requests: {
    readonly heading: LetterText;
    readonly choices: readonly LetterChoice[];
    readonly blanks: number;
  };
  readonly chain: {
    readonly columns: readonly LetterText[];
    /** From, to, instruction, date and initials; an empty cell is written on by hand. */
    readonly rows: readonly (readonly [LetterText, LetterText, LetterText, LetterText])[];
  };
  readonly notesHeading: LetterText;
}

export type LetterContent = CorrespondenceContent | TitledContent | DispositionContent;
