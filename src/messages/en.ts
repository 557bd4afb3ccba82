import { fields } from './en/fields';
import { frameMessages } from './en/frame';
import { problems } from './en/problems';
import { outboxMessages } from './en/outbox';
import { uiMessages } from './en/ui';
import type { idCatalogue } from './id';
import type { TranslationOf } from './translation';

/** The whole English catalogue: one line per area. */
export const enCatalogue = {
  ...fields,
  ...frameMessages,
  ...problems,
  ...outboxMessages,
  ...uiMessages,
} as const satisfies TranslationOf<typeof idCatalogue>;
