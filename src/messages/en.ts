import { frameMessages } from './en/frame';
import { uiMessages } from './en/ui';
import type { idCatalogue } from './id';
import type { TranslationOf } from './translation';

/** The whole English catalogue: one line per area. */
export const enCatalogue = {
  ...frameMessages,
  ...uiMessages,
} as const satisfies TranslationOf<typeof idCatalogue>;
