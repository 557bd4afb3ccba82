import type { Contract } from './index';

/**
 * The verbs by name, without their schemas: all a sandboxed preload needs. The compiler
 * checks that each name exists; a test checks that none is missing.
 */
export const verbNames = {
  ams: ['health', 'uploadFile', 'putSubmission', 'getSubmission', 'listSubmissions'],
  backup: [
    'status',
    'setTarget',
    'suggestTargets',
    'listSnapshots',
    'runNow',
    'rehearse',
    'restore',
  ],
  drafts: ['put', 'remove', 'list'],
  esign: [
    'checkConnection',
    'checkStatus',
    'sign',
    'requestTotp',
    'certificateChain',
    'verify',
    'download',
    'sealActivation',
    'sealRevokeActivation',
    'sealTotp',
    'seal',
  ],
  files: ['put', 'get', 'missing', 'removeErased'],
  journal: ['append', 'read', 'head', 'verify', 'checkpoint', 'keepCheckpoint'],
  keys: ['setSecret', 'describeSecret'],
  pades: ['describe', 'sign'],
  pki: [
    'readCertificates',
    'verifyDocument',
    'authorities',
    'importAuthority',
    'removeAuthority',
    'checkRevocation',
  ],
  printing: ['list', 'print', 'job'],
  reading: ['read'],
  scanner: ['list', 'start', 'next', 'cancel'],
  shell: ['info'],
  vault: [
    'describe',
    'create',
    'unlock',
    'recover',
    'addMember',
    'removeMember',
    'changePassphrase',
    'renewRecoveryKey',
    'confirmRecoveryKey',
    'subjectKeys',
    'tokenKey',
    'eraseSubjects',
    'rotate',
  ],
} as const satisfies { readonly [Name in keyof Contract]: readonly (keyof Contract[Name])[] };
