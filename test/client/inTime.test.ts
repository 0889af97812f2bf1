import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTime } from '../../client/src/paste/inTime.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('work that is done in time is what it comes to, and is not given up', async () => {
  const giveUp = vi.fn();
  expect(await inTime(Promise.resolve('done'), 1500, giveUp)).toBe('done');
  await vi.advanceTimersByTimeAsync(5000);
  expect(giveUp).not.toHaveBeenCalled();
});

test('work that takes longer comes to nothing, and is given up once', async () => {
  const giveUp = vi.fn();
  const answer = inTime(new Promise<string>(() => undefined), 1500, giveUp);
  let settled = false;
  void answer.then(() => (settled = true));
  await vi.advanceTimersByTimeAsync(1499);
  expect(settled).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await answer).toBeUndefined();
  expect(giveUp).toHaveBeenCalledOnce();
});

test('work that fails, fails', async () => {
  await expect(inTime(Promise.reject(new Error('gone')), 1500, vi.fn())).rejects.toThrow('gone');
});
