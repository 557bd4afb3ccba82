import type { Contract } from './index';

/**
 * The verbs by name, without their schemas: all a sandboxed preload needs. The compiler
 * checks that each name exists; a test checks that none is missing.
 */
export const verbNames = {
  ams: ['health', 'uploadFile', 'putSubmission', 'getSubmission', 'listSubmissions'],
  drafts: ['put', 'remove', 'list'],
  files: ['put', 'get', 'missing'],
  journal: ['append', 'read', 'head'],
  keys: ['setSecret', 'describeSecret'],
  shell: ['info'],
} as const satisfies { readonly [Name in keyof Contract]: readonly (keyof Contract[Name])[] };
