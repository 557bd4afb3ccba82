import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeptSecret } from '../../src/features/sign-in/kept-secret';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a kept secret goes after its time, and tells once', () => {
  const onGone = vi.fn();
  const kept = createKeptSecret(1000, onGone);
  expect(kept.get()).toBeNull();
  kept.put('kopi tumpah di meja');
  vi.advanceTimersByTime(999);
  expect(kept.get()).toBe('kopi tumpah di meja');
  vi.advanceTimersByTime(1);
  expect(kept.get()).toBeNull();
  kept.drop();
  expect(onGone).toHaveBeenCalledTimes(1);
});

test('dropped, it is gone at once, and one put later has its own time', () => {
  const onGone = vi.fn();
  const kept = createKeptSecret(1000, onGone);
  kept.put('pertama');
  vi.advanceTimersByTime(900);
  kept.drop();
  expect(kept.get()).toBeNull();
  kept.put('kedua');
  vi.advanceTimersByTime(900);
  expect(kept.get()).toBe('kedua');
  kept.put('ketiga');
  vi.advanceTimersByTime(900);
  expect(kept.get()).toBe('ketiga');
  vi.advanceTimersByTime(100);
  expect(onGone).toHaveBeenCalledTimes(2);
});
