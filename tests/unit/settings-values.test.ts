import { describe, expect, it } from 'vitest';
import { findOddSuffix, parseSuffixes } from '../../src/features/settings/email-suffixes';
import { readTypedGatewayAddress } from '../../src/features/settings/gateway-address';
import {
  keptOfficials,
  officialEntries,
  officialRoles,
} from '../../src/features/settings/officials';
import { officialsSchema } from '../../src/features/settings/officials-schema';
import { translate } from '../../src/messages/catalogue';
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

  const acting = {
    kind: 'ub',
    name: 'Contoh Wakil',
    nip: '',
    rank: '',
    position: 'Kepala Bidang',
    through: 'Sekretaris',
    from: '2026-03-02',
    until: '',
  } as const;

  it('keep who acts for them, blanks as nothing, and nobody as nobody', () => {
    const head = { name: 'Contoh Satu', nip: '', rank: '', position: 'Kadis' };
    const [kept] = keptOfficials([], { 'office-head': { ...head, acting } });
    expect(kept?.acting).toEqual({ ...acting, nip: null, rank: null, until: null });
    expect(officialEntries(roles, kept ? [kept] : [])['office-head']).toEqual({ ...head, acting });
    const [alone] = keptOfficials([], {
      'office-head': { ...head, acting: { ...acting, kind: '' } },
    });
    expect(alone).not.toHaveProperty('acting');
  });

  it('a vacant place is kept with who holds it, and only u.b. has one between', () => {
    const vacant = { name: '', nip: '', rank: '', position: '' };
    const [kept] = keptOfficials([], {
      'office-head': { ...vacant, acting: { ...acting, kind: 'plt' } },
    });
    expect(kept?.acting).toMatchObject({ kind: 'plt', through: '' });
  });

  describe('as typed', () => {
    const schema = officialsSchema({
      t: (key, ...params) => translate('id', key, ...params),
      locale: 'id',
      yearNow: 2026,
    });
    const typed = (change: Record<string, unknown>, name = 'Contoh Satu') => {
      const entry = {
        name,
        nip: '',
        rank: '',
        position: 'Kadis',
        acting: { ...acting, ...change },
      };
      const parsed = schema.safeParse({ officials: { 'office-head': entry } });
      return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.slice(2).join('.'));
    };

    it.each([
      [{}, []],
      [{ kind: 'plt', position: '', through: '' }, []],
      [{ kind: 'an', position: '' }, ['acting.position']],
      [
        { name: '', through: '', position: '' },
        ['acting.name', 'acting.through', 'acting.position'],
      ],
      [{ nip: '123' }, ['acting.nip']],
      [{ until: 'besok' }, ['acting.until']],
      [{ until: '2026-03-01' }, ['acting.until']],
      [{ until: '2026-03-02' }, []],
      [{ kind: '', name: '', until: 'besok' }, []],
    ] as const)('%j is wrong at %j', (change, wrong) => {
      expect(typed(change)).toEqual(wrong);
    });

    it('an official whose place somebody holds needs no name', () => {
      expect(typed({ kind: 'plt' }, '')).toEqual([]);
      expect(typed({ kind: '' }, '')).toEqual(['name']);
    });
  });
});
