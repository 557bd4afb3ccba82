import { NO_ESIGN, type OfficeEsign } from '../../domain/esign/office-esign';
import { timeoutsOf } from '../../domain/esign/server-settings';

/** The section's fields as they are typed. */
export interface EsignValues {
  /** '' for no service. */
  readonly baseUrl: string;
  readonly version: 'v2' | 'v1';
  readonly v1Box: 'size' | 'corner';
  /** Seconds. */
  readonly connect: string;
  readonly read: string;
  readonly sign: string;
  readonly verify: string;
  readonly adminPasswordChanged: boolean;
  readonly localCertificates: boolean;
  readonly timestampUrl: string;
}

/** Time-outs that can be typed, in whole seconds. */
export const SECONDS = { least: 1, most: 600 } as const;
const SECOND = 1000;

/** What of the profile the section holds, with the usual values where nothing was set. */
export function esignValues(esign: OfficeEsign | null): EsignValues {
  const { server, timestampUrl, ...rest } = esign ?? NO_ESIGN;
  const usual = { baseUrl: '', version: 'v2' } as const;
  const { connectMs, readMs, signMs, verifyMs } = timeoutsOf(server ?? usual);
  const seconds = (milliseconds: number) => String(milliseconds / SECOND);
  return {
    baseUrl: server?.baseUrl ?? '',
    version: server?.version ?? 'v2',
    v1Box: server?.v1Box ?? 'size',
    connect: seconds(connectMs),
    read: seconds(readMs),
    sign: seconds(signMs),
    verify: seconds(verifyMs),
    timestampUrl: timestampUrl ?? '',
    ...rest,
  };
}

/** The office's setting from checked fields; paths an office has of its own stay as they are. */
export function esignOf(values: EsignValues, before: OfficeEsign | null): OfficeEsign {
  const { baseUrl, version, v1Box, adminPasswordChanged, localCertificates } = values;
  const milliseconds = (typed: string) => Number(typed) * SECOND;
  const paths = before?.server?.paths;
  return {
    server:
      baseUrl === ''
        ? null
        : {
            baseUrl,
            version,
            v1Box,
            timeouts: {
              connectMs: milliseconds(values.connect),
              readMs: milliseconds(values.read),
              signMs: milliseconds(values.sign),
              verifyMs: milliseconds(values.verify),
            },
            ...(paths !== undefined && { paths }),
          },
    adminPasswordChanged: adminPasswordChanged && baseUrl !== '',
    localCertificates,
    timestampUrl: values.timestampUrl === '' ? null : values.timestampUrl,
  };
}
