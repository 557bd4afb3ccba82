import type { EscServer } from '../../contract/esign';

/** Every path of the service, below its base URL. */
export interface EscPaths {
  readonly v1Sign: string;
  readonly v1Download: string;
  readonly v1Verify: string;
  readonly v1Status: string;
  readonly v2Sign: string;
  readonly v2Totp: string;
  readonly v2Status: string;
  readonly v2Chain: string;
  readonly v2Verify: string;
  readonly v2SealActivation: string;
  readonly v2SealRevoke: string;
  readonly v2SealTotp: string;
  readonly v2Seal: string;
}

/** esign-client-service.md, 1.1: the endpoint table. */
export const standardEscPaths: EscPaths = {
  v1Sign: '/api/sign/pdf',
  v1Download: '/api/sign/download/{id}',
  v1Verify: '/api/sign/verify',
  v1Status: '/api/user/status/{nik}',
  v2Sign: '/api/v2/sign/pdf',
  v2Totp: '/api/v2/sign/get/totp',
  v2Status: '/api/v2/user/check/status',
  v2Chain: '/api/v2/user/certificate/chain/{id}',
  v2Verify: '/api/v2/verify/pdf',
  v2SealActivation: '/api/v2/seal/get/activation',
  v2SealRevoke: '/api/v2/seal/revoke/activation',
  v2SealTotp: '/api/v2/seal/get/totp',
  v2Seal: '/api/v2/seal/pdf',
};

/** Milliseconds: making the connection, a plain question, a signature, a verification. */
export interface EscTimeouts {
  readonly connectMs: number;
  readonly readMs: number;
  readonly signMs: number;
  readonly verifyMs: number;
}

/** A 4 MB file with eight signatures took 43 s to verify (esign-client-service.md, 1.3). */
export const standardEscTimeouts: EscTimeouts = {
  connectMs: 10_000,
  readMs: 30_000,
  signMs: 60_000,
  verifyMs: 120_000,
};

function given<Value>(value: Value | undefined, standard: Value): Value {
  return value ?? standard;
}

/** The paths of a server: the office's where it has set one, else BSrE's. */
export function pathsOf({ paths = {} }: EscServer): EscPaths {
  const own = Object.entries(paths).filter(([, path]) => path !== undefined);
  return { ...standardEscPaths, ...Object.fromEntries(own) };
}

/** The time-outs of a server in milliseconds, likewise. */
export function timeoutsOf({ timeouts = {} }: EscServer): EscTimeouts {
  return {
    connectMs: given(timeouts.connectMs, standardEscTimeouts.connectMs),
    readMs: given(timeouts.readMs, standardEscTimeouts.readMs),
    signMs: given(timeouts.signMs, standardEscTimeouts.signMs),
    verifyMs: given(timeouts.verifyMs, standardEscTimeouts.verifyMs),
  };
}
