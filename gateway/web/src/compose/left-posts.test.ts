import { beforeEach, expect, test, vi } from 'vitest';

import { emptyDraft } from './draft';
import { hasLeft, rememberLeft, takeLeft } from './left-posts';

const MINUTE = 60_000;
const POST = {
  key: 'microblog.draft.1.new',
  draft: emptyDraft({}, 'me', { visibility: 'public', language: '', sensitive: false, quotePolicy: 'public' }),
  idempotencyKey: 'k',
};

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test('gives what was sent on leaving to the same person, once', () => {
  rememberLeft('1', POST, 0);
  expect(hasLeft('2')).toBe(false);
  expect(takeLeft('1', MINUTE)).toEqual([{ ...POST, at: 0 }]);
  expect(hasLeft('1')).toBe(false);
});

test('sends nothing again that the server may have forgotten', () => {
  rememberLeft('1', POST, 0);
  expect(takeLeft('1', 51 * MINUTE)).toEqual([]);
});
