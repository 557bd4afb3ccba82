import { describe, expect, it } from 'vitest';
import { findOddSuffix, parseSuffixes } from '../../src/features/settings/email-suffixes';
import { readTypedGatewayAddress } from '../../src/features/settings/gateway-address';
import {
  keptOfficials,
  officialEntries,
  officialRoles,
} from '../../src/features/settings/officials';
import { parseSops } from '../../src/store/sop-library';
import ciamis from '../../resources/sop/ciamis-2025-revocation.json';

describe('gateway address', () => {
  it.each([
    ['https://gateway.contoh.go.id/ams', 'https://gateway.contoh.go.id', null],
    ['http://192.168.1.5:8080', 'http://192.168.1.5:8080', 'plainHttp'],
    ['http://127.0.0.1:9', 'http://127.0.0.1:9', 'plainHttp'],
    ['http://[::1]:9', 'http://[::1]:9', 'plainHttp'],
    ['http://[fd00::1]', 'http://[fd00::1]', 'plainHttp'],
    ['http://172.31.0.1', 'http://172.31.0.1', 'plainHttp'],
    ['http://gateway.kantor', 'http://gateway.kantor', 'nameHttp'],
  ])('%s is taken', (typed, origin, caution) => {
    expect(readTypedGatewayAddress(typed)).toEqual({ ok: true, value: { origin, caution } });
  });

  it.each([
    ['', 'not-an-address'],
    ['gateway', 'not-an-address'],
    ['ftp://gateway.contoh.go.id', 'not-an-address'],
    ['https://nama:sandi@gateway.contoh.go.id', 'credentials-in-address'],
    ['http://8.8.8.8', 'plain-http-to-public-host'],
    ['http://172.32.0.1', 'plain-http-to-public-host'],
    ['http://[2001:db8::1]', 'plain-http-to-public-host'],
  ])('%s would show personal data to the line or is no address', (typed, error) => {
    expect(readTypedGatewayAddress(typed)).toEqual({ ok: false, error });
  });
});

describe('endings of official addresses', () => {
  it('come one per line or with commas, each once, in lower case', () => {
    expect(parseSuffixes('.go.id\n.DESA.id, .go.id\n\n@contohkab.go.id')).toEqual([
      '.go.id',
      '.desa.id',
      '@contohkab.go.id',
    ]);
  });

  it('an ending that lets everybody in, or is none, is named', () => {
    expect(findOddSuffix(['.go.id', '@contohkab.go.id', 'contohkab.go.id'])).toBeUndefined();
    expect(findOddSuffix(['.go.id', '.id'])).toBe('.id');
    expect(findOddSuffix(['nama@contohkab.go.id'])).toBe('nama@contohkab.go.id');
  });
});

describe('officials', () => {
  const roles = officialRoles(parseSops([ciamis]).sops);

  it('are asked for the office’s own actors only, each once', () => {
    expect(roles.map(({ actor }) => actor)).toEqual(['office-head', 'division-head']);
    expect(officialRoles(parseSops([ciamis, ciamis]).sops)).toHaveLength(2);
  });

  it('of an SOP that is not installed any more are not lost by saving', () => {
    const before = [
      { actor: 'other-role', name: 'Contoh Lama', nip: null, rank: null, position: 'Kepala' },
      { actor: 'office-head', name: 'Contoh Satu', nip: null, rank: null, position: 'Kadis' },
    ];
    expect(keptOfficials(before, officialEntries(roles, before))).toEqual(before);
  });

  it('whose entry was blanked are left out', () => {
    const blank = { name: ' ', nip: '', rank: '', position: '' };
    expect(keptOfficials([], { 'office-head': blank })).toEqual([]);
  });
});
