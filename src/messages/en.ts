import { accessMessages } from './en/access';
import { authorityMessages } from './en/authorities';
import { backupMessages } from './en/backup';
import { certificateMessages } from './en/certificate';
import { counterMessages } from './en/counter';
import { dispositionMessages } from './en/disposition';
import { esignMessages } from './en/esign';
import { fields } from './en/fields';
import { failureMessages } from './en/failures';
import { incidentMessages } from './en/incident';
import { intakeMessages } from './en/intake';
import { frameMessages } from './en/frame';
import { problems } from './en/problems';
import { letterDeskMessages } from './en/letter-desk';
import { letterMessages } from './en/letters';
import { letterTemplateMessages } from './en/letter-templates';
import { outboxMessages } from './en/outbox';
import { settingsMessages } from './en/settings';
import { printMessages } from './en/print';
import { privacyMessages } from './en/privacy';
import { paperMessages } from './en/papers';
import { queuePageMessages } from './en/queue-page';
import { readingMessages } from './en/reading';
import { registerMessages } from './en/register';
import { requestMessages } from './en/request';
import { retentionMessages } from './en/retention';
import { rightsMessages } from './en/rights';
import { roleMessages } from './en/roles';
import { scanMessages } from './en/scan';
import { sheetMessages } from './en/sheet';
import { signInMessages } from './en/sign-in';
import { signatureCheckMessages } from './en/signature-check';
import { signingMessages } from './en/signing';
import { sopMessages } from './en/sop';
import { sopEditorMessages } from './en/sop-editor';
import { sopChartMessages } from './en/sop-chart';
import { storeMessages } from './en/store';
import { timeMessages } from './en/time';
import { trailMessages } from './en/trail';
import { uiMessages } from './en/ui';
import type { idCatalogue } from './id';
import type { TranslationOf } from './translation';

/** The whole English catalogue: one line per area. */
export const enCatalogue = {
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
  ...settingsMessages,
  ...scanMessages,
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
} as const satisfies TranslationOf<typeof idCatalogue>;
