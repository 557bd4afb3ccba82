import { BlockList } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkGatewayUrl, isPrivateAddress } from '../../src/domain/network/gateway-address';

test.each([
  ['127.0.0.1', true],
  ['127.255.0.1', true],
  ['10.1.2.3', true],
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['169.254.1.1', true],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['8.8.8.8', false],
  ['::1', true],
  ['fe80::1', true],
  ['fd00::1', true],
  ['2001:db8::1', false],
  ['::ffff:10.0.0.1', true],
  ['::ffff:8.8.8.8', false],
  ['::ffff:a00:1', true],
  ['::ffff:808:808', false],
  ['fe80::1%eth0', true],
  // Short groups begin with noughts: these are not of fc00::/7 and fe80::/10.
  ['fc::1', false],
  ['fe8::1', false],
  ['10.evil.example', false],
  ['fd00.example', false],
  ['localhost', false],
])('the address %s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});

/** Node's own judgement of the same ranges. */
function nodesRanges(): BlockList {
  const ranges = new BlockList();
  for (const [net, prefix] of [
    ['127.0.0.0', 8],
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['169.254.0.0', 16],
  ] as const) {
    ranges.addSubnet(net, prefix, 'ipv4');
  }
  ranges.addAddress('::1', 'ipv6');
  ranges.addSubnet('fe80::', 10, 'ipv6');
  ranges.addSubnet('fc00::', 7, 'ipv6');
  return ranges;
}

test('no address passes that Node would call public', () => {
  const ranges = nodesRanges();
  const near = fc.constantFrom(10, 127, 169, 172, 192, 15, 16, 31, 32, 168, 254);
  const byte = fc.oneof(near, fc.integer({ min: 0, max: 255 }));
  const ipv4 = fc.tuple(byte, byte, byte, byte).map((bytes) => bytes.join('.'));
  fc.assert(
    fc.property(ipv4, (address) => {
      const expected = ranges.check(address, 'ipv4');
      expect(isPrivateAddress(address)).toBe(expected);
      // A URL writes the same address within IPv6 in hexadecimal.
      const mapped = new URL(`http://[::ffff:${address}]`).hostname.slice(1, -1);
      expect(isPrivateAddress(mapped)).toBe(expected);
    }),
  );
  const first = fc.constantFrom('fc00', 'fd12', 'fe80', 'febf', 'fec0', 'fc', 'fe8', '2001', '0');
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
  const groups = fc.array(group, { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(first, groups, (head, rest) => {
      const address = new URL(`http://[${[head, ...rest].join(':')}]`).hostname.slice(1, -1);
      expect(isPrivateAddress(address)).toBe(ranges.check(address, 'ipv6'));
    }),
  );
});

test.each([
  ['http://[::ffff:10.0.0.1]/', { ok: true, value: 'plainHttp' }],
  ['http://[::ffff:8.8.8.8]/', { ok: false, error: 'plain-http-to-public-host' }],
  ['http://[fc::1]/', { ok: false, error: 'plain-http-to-public-host' }],
  ['http://0x7f.1/', { ok: true, value: 'plainHttp' }],
  ['http://localhost/', { ok: true, value: 'plainHttp' }],
  ['http://10.evil.example/', { ok: true, value: 'nameHttp' }],
  ['https://8.8.8.8/', { ok: true, value: null }],
  ['file:///etc', { ok: false, error: 'not-an-address' }],
])('page and shell judge %s by one rule', (url, expected) => {
  expect(checkGatewayUrl(new URL(url))).toEqual(expected);
});
