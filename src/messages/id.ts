import { fields } from './id/fields';
import { frameMessages } from './id/frame';
import { problems } from './id/problems';
import { uiMessages } from './id/ui';

/** The whole Indonesian catalogue: one line per area. */
export const idCatalogue = {
  ...fields,
  ...frameMessages,
  ...problems,
  ...uiMessages,
} as const;
