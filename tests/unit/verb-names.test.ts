import { expect, test } from 'vitest';
import { contract } from '../../src/contract/index';
import { verbNames } from '../../src/contract/verb-names';

test('the names the preload exposes are exactly the verbs of the contract', () => {
  const ofContract = Object.entries(contract).map(([service, verbs]) => [
    service,
    Object.keys(verbs).sort(),
  ]);
  const named = Object.entries(verbNames).map(([service, verbs]) => [service, [...verbs].sort()]);
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(ofContract));
});
