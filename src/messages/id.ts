import { frameMessages } from './id/frame';
import { uiMessages } from './id/ui';

/** The whole Indonesian catalogue: one line per area. */
export const idCatalogue = {
  ...frameMessages,
  ...uiMessages,
} as const;
