import { accessMessages } from './id/access';
import { authorityMessages } from './id/authorities';
import { backupMessages } from './id/backup';
import { certificateMessages } from './id/certificate';
import { counterMessages } from './id/counter';
import { dispositionMessages } from './id/disposition';
import { esignMessages } from './id/esign';
import { fields } from './id/fields';
import { failureMessages } from './id/failures';
import { incidentMessages } from './id/incident';
import { intakeMessages } from './id/intake';
import { frameMessages } from './id/frame';
import { problems } from './id/problems';
import { letterDeskMessages } from './id/letter-desk';
import { letterMessages } from './id/letters';
import { letterTemplateMessages } from './id/letter-templates';
import { outboxMessages } from './id/outbox';
import { settingsMessages } from './id/settings';
import { printMessages } from './id/print';
import { privacyMessages } from './id/privacy';
import { paperMessages } from './id/papers';
import { queuePageMessages } from './id/queue-page';
import { readingMessages } from './id/reading';
import { registerMessages } from './id/register';
import { requestMessages } from './id/request';
import { retentionMessages } from './id/retention';
import { rightsMessages } from './id/rights';
import { roleMessages } from './id/roles';
import { scanMessages } from './id/scan';
import { sheetMessages } from './id/sheet';
import { signInMessages } from './id/sign-in';
import { signatureCheckMessages } from './id/signature-check';
import { signingMessages } from './id/signing';
import { sopMessages } from './id/sop';
import { sopEditorMessages } from './id/sop-editor';
import { sopChartMessages } from './id/sop-chart';
import { storeMessages } from './id/store';
import { timeMessages } from './id/time';
import { trailMessages } from './id/trail';
import { uiMessages } from './id/ui';

/** The whole Indonesian catalogue: one line per area. */
export const idCatalogue = {
  ...accessMessages,
  ...authorityMessages,
  ...certificateMessages,
  ...signatureCheckMessages,
  ...esignMessages,
  ...fields,
  ...failureMessages,
  ...incidentMessages,
  ...intakeMessages,
  ...frameMessages,
  ...problems,
  ...outboxMessages,
  ...paperMessages,
  ...letterDeskMessages,
  ...letterMessages,
  ...letterTemplateMessages,
  ...retentionMessages,
  ...rightsMessages,
  ...roleMessages,
  ...scanMessages,
  ...settingsMessages,
  ...sheetMessages,
  ...signInMessages,
  ...signingMessages,
  ...sopMessages,
  ...sopEditorMessages,
  ...sopChartMessages,
  ...storeMessages,
  ...backupMessages,
  ...counterMessages,
  ...dispositionMessages,
  ...printMessages,
  ...privacyMessages,
  ...queuePageMessages,
  ...readingMessages,
  ...registerMessages,
  ...requestMessages,
  ...timeMessages,
  ...trailMessages,
  ...uiMessages,
} as const;
