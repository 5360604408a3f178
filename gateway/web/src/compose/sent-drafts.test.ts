import { beforeEach, expect, test, vi } from 'vitest';

import { type Draft, emptyDraft, keepDraft, loadDraft } from './draft';
import { draftToGoOnWith, endDraft, idempotencyKey, letGo, onDraftEnded, takeBack } from './sent-drafts';

const KEY = 'microblog.draft.1.new';

function aDraft(text: string): Draft {
  return { ...emptyDraft({}, 'me', { visibility: 'public', language: '', sensitive: false, quotePolicy: 'public' }), text };
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test('ends the kept draft of what has been published', () => {
  keepDraft(KEY, aDraft('hello'));
  endDraft(KEY, aDraft('hello'));
  expect(loadDraft(KEY)).toBeNull();
});

test('leaves what was written since', () => {
  keepDraft(KEY, aDraft('the next'));
  endDraft(KEY, aDraft('hello'));
  expect(loadDraft(KEY)?.text).toBe('the next');
});

test('does not go on with what is just being sent, unless it comes back', () => {
  keepDraft(KEY, aDraft('hello'));
  letGo(KEY, aDraft('hello'));
  expect(draftToGoOnWith(KEY)).toBeNull();
  expect(loadDraft(KEY)?.text).toBe('hello');
  takeBack(KEY, aDraft('hello'));
  expect(draftToGoOnWith(KEY)?.text).toBe('hello');
});

test('tells every open composer of a draft that has ended, but only of its own', async () => {
  const heard: string[] = [];
  const leave = [onDraftEnded(KEY, ({ text }) => heard.push(text)), onDraftEnded('another', () => heard.push('another'))];
  endDraft(KEY, aDraft('hello'));
  await vi.waitFor(() => expect(heard).toEqual(['hello']));
  leave.forEach((each) => each());
});

test('sends the same draft under the same key until it has arrived', () => {
  const key = idempotencyKey(KEY, aDraft('hello'));
  expect(idempotencyKey(KEY, aDraft('hello'))).toBe(key);
  expect(idempotencyKey(KEY, aDraft('hello!'))).not.toBe(key);
  endDraft(KEY, aDraft('hello'));
  expect(idempotencyKey(KEY, aDraft('hello'))).not.toBe(key);
});
