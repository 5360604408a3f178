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

const DEFAULTS = { visibility: 'public', language: '', sensitive: false, quotePolicy: 'public' } as const;

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
  const wishes = { visibility: 'private', language: 'es', sensitive: true, quotePolicy: 'followers' } as const;
  expect(emptyDraft({}, 'me', wishes)).toMatchObject(wishes);
  const edit = { ...PARENT, language: 'de', sensitive: false, mediaAttachments: [] as unknown } as Status;
  expect(emptyDraft({ edit }, 'me', wishes)).toMatchObject({ visibility: 'unlisted', language: 'de', sensitive: false });
});

test('quotes a post, no wider than it is', () => {
  const draft = emptyDraft({ quoting: PARENT }, 'me', DEFAULTS);
  expect(draft).toMatchObject({ quotedId: '5', visibility: 'unlisted', text: '', warning: '' });
  expect(draftKey('1', { quoting: PARENT })).not.toBe(draftKey('1', {}));
  expect(draftKey('1', { quoting: PARENT })).not.toBe(draftKey('1', { replyTo: PARENT }));
});

test('an edit leaves to its author who may quote', () => {
  const edit = { ...PARENT, quoteApproval: { automatic: ['followers'] }, mediaAttachments: [] } as unknown as Status;
  expect(emptyDraft({ edit }, 'me', DEFAULTS).quotePolicy).toBe('followers');
});

test('keeps drafts apart by person and conversation', () => {
  expect(draftKey('1', {})).not.toBe(draftKey('2', {}));
  expect(draftKey('1', { replyTo: PARENT })).not.toBe(draftKey('1', {}));
  expect(draftKey('1', { text: '#tea ' })).not.toBe(draftKey('1', {}));
});

test('keeps the draft of an edit to one version of the post', () => {
  const edited = { ...PARENT, editedAt: '2026-11-22T12:00:00.000Z' } as Status;
  expect(draftKey('1', { edit: PARENT })).not.toBe(draftKey('1', { replyTo: PARENT }));
  expect(draftKey('1', { edit: PARENT })).not.toBe(draftKey('1', { edit: edited }));
});

test('begins an edit with the text as it was written', () => {
  const edit = { ...PARENT, content: '<p><em>Tea</em></p>', mediaAttachments: [] as unknown } as Status;
  const start = emptyDraft({ edit, source: { text: '*Tea*', spoilerText: '' } }, 'me', DEFAULTS);
  expect(start).toMatchObject({ text: '*Tea*', warning: '', warned: false });
  expect(isWorthKeeping(start, start)).toBe(false);
  expect(isWorthKeeping({ ...start, text: '*Coffee*' }, start)).toBe(true);
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
