import { beforeEach, expect, test, vi } from 'vitest';

import type { ScheduledStatus } from '../api/types';
import { draftOfScheduled, inPlaceOf, isGivenUp } from './scheduled-posts';

const steps: string[] = [];
let gone = false;

vi.mock('../api/client', () => {
  const step = (name: string) => async (): Promise<void> => {
    if (gone) {
      throw new Error('404');
    }
    steps.push(name);
  };
  return {
    api: { v1: { scheduledStatuses: { $select: () => ({ fetch: step('look'), remove: step('remove') }) } } },
  };
});

function waiting(id: string, images: unknown[] = []): ScheduledStatus {
  return {
    id,
    scheduledAt: '2030-01-01T12:00:00.000Z',
    params: { text: 'Later', visibility: 'private', poll: null },
    mediaAttachments: images,
  } as unknown as ScheduledStatus;
}

const send = async (): Promise<string> => {
  steps.push('send');
  return 'sent';
};

beforeEach(() => {
  steps.length = 0;
  gone = false;
});

test('keeps a post until what replaces it is stored', async () => {
  expect(await inPlaceOf(waiting('1'), send)).toBe('sent');
  expect(steps).toEqual(['look', 'send', 'remove']);
  await expect(inPlaceOf(waiting('1'), () => Promise.reject(new Error('no network')))).rejects.toThrow();
  expect(steps).toEqual(['look', 'send', 'remove', 'look']);
});

test('sends nothing in place of what has gone out', async () => {
  gone = true;
  await expect(inPlaceOf(waiting('2'), send)).rejects.toThrow();
  await expect(inPlaceOf(waiting('3', [{ id: '7' }]), send)).rejects.toThrow();
  expect(steps).toEqual([]);
});

test('frees images first, once', async () => {
  const pictured = waiting('4', [{ id: '7' }]);
  await expect(inPlaceOf(pictured, () => Promise.reject(new Error('no network')))).rejects.toThrow();
  expect(isGivenUp(pictured)).toBe(true);
  expect(await inPlaceOf(pictured, send)).toBe('sent');
  expect(steps).toEqual(['remove', 'send']);
});

test('makes the same draft of what waits', () => {
  expect(draftOfScheduled(waiting('5'))).toMatchObject({ text: 'Later', warned: false, visibility: 'private', sensitive: false });
});
