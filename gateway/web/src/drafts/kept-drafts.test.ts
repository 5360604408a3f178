import { MastoHttpError } from 'masto';
import { beforeEach, expect, test, vi } from 'vitest';

import { type Draft, emptyDraft } from '../compose/draft';
import { draftOfKept, endOnServer, keepOnServer, type KeptDraft, paramsOf } from './kept-drafts';
import { noteOf } from './kept-notes';

const KEY = 'microblog.draft.1.new';
const server = vi.hoisted(() => ({ drafts: new Map<string, { version: number; status: string }>(), next: 1 }));

vi.mock('../api/client', () => ({
  api: {
    v1: {
      drafts: {
        create: async ({ status }: { status: string }) => {
          const id = String(server.next++);
          server.drafts.set(id, { version: 1, status });
          return { id, version: 1 };
        },
        $select: (id: string) => ({
          update: async ({ status, version }: { status: string; version: number }) => {
            const kept = server.drafts.get(id);
            if (kept === undefined || kept.version !== version) {
              throw new MastoHttpError({ statusCode: kept === undefined ? 404 : 409, message: 'refused' });
            }
            server.drafts.set(id, { version: version + 1, status });
            return { id, version: version + 1 };
          },
          remove: async () => server.drafts.delete(id),
        }),
      },
    },
  },
}));

function aDraft(text: string): Draft {
  return { ...emptyDraft({}, 'me', { visibility: 'public', language: '', sensitive: false, quotePolicy: 'public' }), text };
}

function texts(): string[] {
  return [...server.drafts.values()].map(({ status }) => status);
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
  server.drafts.clear();
});

test('keeps one draft however often it is written on, also before the first answer', async () => {
  const [first, second] = [keepOnServer(KEY, aDraft('T'), undefined), keepOnServer(KEY, aDraft('Tea'), undefined)];
  expect([await first, await second]).toEqual([false, false]);
  expect(texts()).toEqual(['Tea']);
  expect(noteOf(KEY)).toMatchObject({ version: 2, ahead: false });
});

test('loses neither of two drafts that were written on apart', async () => {
  await keepOnServer(KEY, aDraft('Tea'), undefined);
  const id = noteOf(KEY)?.id ?? '';
  server.drafts.set(id, { version: 2, status: 'Tea, elsewhere' });
  expect(await keepOnServer(KEY, aDraft('Tea, here'), undefined)).toBe(true);
  expect(texts()).toEqual(['Tea, elsewhere', 'Tea, here']);
  expect(await keepOnServer(KEY, aDraft('Tea, here again'), undefined)).toBe(false);
  expect(texts()).toEqual(['Tea, elsewhere', 'Tea, here again']);
});

test('begins anew where a draft that is written on has ended elsewhere', async () => {
  await keepOnServer(KEY, aDraft('Tea'), undefined);
  server.drafts.clear();
  expect(await keepOnServer(KEY, aDraft('Tea, again'), undefined)).toBe(false);
  expect(texts()).toEqual(['Tea, again']);
});

test('leaves nothing of what ends while it is just being kept', async () => {
  await Promise.all([keepOnServer(KEY, aDraft('Tea'), undefined), endOnServer(KEY)]);
  expect(texts()).toEqual([]);
  expect(noteOf(KEY)).toBeNull();
});

test('makes of what is kept the draft that it was', () => {
  const draft: Draft = {
    ...aDraft('Tea?'),
    warned: true,
    warning: 'hot',
    language: 'en',
    visibility: 'private',
    poll: { options: ['Yes', ''], expiresIn: 300, multiple: true, hideTotals: false },
    scheduledFor: '2026-12-24T18:00',
  };
  const { status, ...params } = paramsOf(draft, '7');
  const kept = {
    id: '1',
    version: 1,
    updatedAt: '',
    params: { ...params, text: status },
    mediaAttachments: [],
    reason: null,
  } as unknown as KeptDraft;
  expect(draftOfKept(kept, 'public')).toEqual(draft);
  expect(params.inReplyToId).toBe('7');
});
