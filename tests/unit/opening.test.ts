import { expect, test, vi } from 'vitest';
import { arrivalOf } from '../../src/features/sign-in/arrival';

vi.mock('../../src/host/host', () => ({
  createHost: () => ({
    vault: {
      describe: () =>
        Promise.resolve({ ok: true, value: { state: 'locked', members: [], plainStaff: null } }),
    },
  }),
}));
vi.mock('../../src/store/active-window', () => ({
  claimActiveWindow: () => Promise.resolve({ isActive: () => true }),
}));
vi.mock('../../src/app/open-loket', () => ({ openLoket: () => Promise.resolve({ store: {} }) }));

const { beginOpening } = await import('../../src/app/opening');

test('a recovery key is kept only until somebody is at the desk', async () => {
  const opening = beginOpening();
  await vi.waitFor(() => {
    expect(opening.state().state).toBe('door');
  });
  opening.enter({ ...arrivalOf('petugas-1'), recoveryGroups: ['abcde', 'fghij'] });
  await vi.waitFor(() => {
    expect(opening.state().state).toBe('open');
  });
  expect(JSON.stringify(opening.state())).toContain('abcde');
  const changes = vi.fn();
  opening.subscribe(changes);
  opening.settled();
  expect(opening.state()).toMatchObject({ state: 'open', arrival: null });
  expect(JSON.stringify(opening.state())).not.toContain('abcde');
  opening.settled();
  expect(changes).toHaveBeenCalledTimes(1);
});
