import { beforeEach, expect, test, vi } from 'vitest';

import type { Status } from '../api/types';
import { draftKey, emptyDraft, isWorthKeeping, keepDraft, loadDraft } from './draft';
import { emptyPoll } from './poll-draft';

const PARENT = {
  id: '5',
  visibility: 'unlisted',
  spoilerText: 'food',
  account: { acct: 'alice' },
  mentions: [{ acct: 'bob' }, { acct: 'me' }, { acct: 'alice' }],
} as Status;

const DEFAULTS = { visibility: 'public', language: '', sensitive: false } as const;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test('answers everybody in the conversation, no wider than it is', () => {
  const draft = emptyDraft({ replyTo: PARENT }, 'me', DEFAULTS);
  expect(draft.text).toBe('@alice @bob ');
  expect(draft.visibility).toBe('unlisted');
  expect(draft.warning).toBe('food');
});

test('begins as the author wants every post to', () => {
  const wishes = { visibility: 'private', language: 'es', sensitive: true } as const;
  expect(emptyDraft({}, 'me', wishes)).toMatchObject(wishes);
  const edit = { ...PARENT, language: 'de', sensitive: false, mediaAttachments: [] as unknown } as Status;
  expect(emptyDraft({ edit }, 'me', wishes)).toMatchObject({ visibility: 'unlisted', language: 'de', sensitive: false });
});

test('keeps drafts apart by person and conversation', () => {
  expect(draftKey('1', {})).not.toBe(draftKey('2', {}));
  expect(draftKey('1', { replyTo: PARENT })).not.toBe(draftKey('1', {}));
  expect(draftKey('1', { edit: PARENT })).toBeNull();
});

test('remembers a draft, for two weeks', () => {
  const draft = { ...emptyDraft({}, 'me', DEFAULTS), text: 'hello' };
  keepDraft('k', draft, 0);
  expect(loadDraft('k', 1000)).toEqual(draft);
  expect(loadDraft('k', 15 * 24 * 3_600_000)).toBeNull();
  keepDraft('k', null);
  expect(loadDraft('k', 1000)).toBeNull();
});

test('knows what would be a loss', () => {
  const start = emptyDraft({ replyTo: PARENT }, 'me', DEFAULTS);
  expect(isWorthKeeping(start, start)).toBe(false);
  expect(isWorthKeeping({ ...start, text: '@alice @bob yes' }, start)).toBe(true);
  expect(isWorthKeeping({ ...start, poll: { ...emptyPoll(), options: ['tea', ''] } }, start)).toBe(true);
});
