import { fields } from './id/fields';
import { frameMessages } from './id/frame';
import { problems } from './id/problems';
import { outboxMessages } from './id/outbox';
import { uiMessages } from './id/ui';

/** The whole Indonesian catalogue: one line per area. */
export const idCatalogue = {
  ...fields,
  ...frameMessages,
  ...problems,
  ...outboxMessages,
  ...uiMessages,
} as const;
