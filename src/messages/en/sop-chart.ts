import type { sopChartMessages as idMessages } from '../id/sop-chart';
import type { TranslationOf } from '../translation';

/** The chart of an SOP in the form of PermenPAN-RB 35/2012, and its header block. */
export const sopChartMessages = {
  'sopChart.label': 'Flow chart of the SOP',
  'sopChart.number': 'No',
  'sopChart.activity': 'Activity',
  'sopChart.actors': 'Actors',
  'sopChart.quality': 'Standard quality',
  'sopChart.completeness': 'Needs',
  'sopChart.time': 'Time',
  'sopChart.output': 'Output',
  'sopChart.note': 'Note',
  'sopChart.yes': 'Yes',
  'sopChart.no': 'No',
  'sopChart.here': 'Here',
  'sopChart.actual': 'Taken:',
  'sopChart.acts': 'acts',
  'sopChart.next': 'Goes on to step {number}.',
  'sopChart.back': 'If not, back to step {number}.',
  'sopChart.ends': 'The SOP ends here.',
  'sopChart.print': 'Print chart',
  'sopChart.save': 'Save PDF',
  'sopChart.failed': 'The chart could not be made',
  'sopChart.glyphMissing':
    'The print font has no “{character}” ({codePoint}). Change it in the SOP, then make the chart again.',
  'sopChart.failedText':
    'The chart could not be made because of a fault in the program. No data has changed; try again.',

  'sopIdentity.number': 'SOP number',
  'sopIdentity.createdOn': 'Made on',
  'sopIdentity.revisedOn': 'Revised on',
  'sopIdentity.effectiveOn': 'In force from',
  'sopIdentity.approvedBy': 'Approved by',
  'sopIdentity.title': 'Name of the SOP',
  'sopIdentity.legalBases': 'Legal bases',
  'sopIdentity.qualifications': 'Qualifications',
  'sopIdentity.relatedSops': 'Related SOPs',
  'sopIdentity.equipment': 'Equipment',
  'sopIdentity.warnings': 'Warnings',
  'sopIdentity.records': 'Records',
  'sopIdentity.correction': 'Correction by the office: {text}',
  'sopIdentity.notices': 'What to know about this SOP',
} as const satisfies TranslationOf<typeof idMessages>;
