/** Why a letter cannot be worded from its template. */
export type LetterWordingError =
  | { readonly code: 'placeholder-unknown'; readonly placeholder: string }
  | { readonly code: 'placeholder-empty'; readonly placeholder: string }
  /** A letter that lists papers, where there are none of the kind. */
  | { readonly code: 'papers-none'; readonly of: 'held' | 'missing' };

/** Every way the making of a letter can fail; words are in the catalogue, `letter.<code>`. */
export type LetterError =
  | LetterWordingError
  /** The font has no such character: `codePoint` is written U+1E0D. */
  | { readonly code: 'glyph-missing'; readonly character: string; readonly codePoint: string }
  /** The logo is neither a sound PNG nor a sound JPEG. */
  | { readonly code: 'logo-unreadable' }
  /** The margins leave no room to write. */
  | { readonly code: 'page-too-small' }
  /** The program's own font files could not be read. */
  | { readonly code: 'fonts-unavailable' }
  /** The page that asked has gone; nothing was made. */
  | { readonly code: 'renderer-closed' }
  /** A fault of the program; `detail` names the kind of error, never a person. */
  | { readonly code: 'renderer-failed'; readonly detail: string };
