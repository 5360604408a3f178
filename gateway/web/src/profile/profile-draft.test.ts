import { expect, test } from 'vitest';

import type { CredentialAccount } from '../api/types';
import { changesIn, draftOf, isChanged, withField } from './profile-draft';

const VERIFIED_AT = '2026-11-22T12:00:00.000Z';

const ME = {
  displayName: 'Ana',
  locked: true,
  bot: false,
  discoverable: true,
  indexable: false,
  source: { note: 'Maps', attributionDomains: ['a.example', 'b.example'], fields: [{ name: 'Site', value: 'https://a.example', verifiedAt: VERIFIED_AT }] },
} as unknown as CredentialAccount;

test('begins with what is, and room for four fields', () => {
  const draft = draftOf(ME);
  expect(draft).toMatchObject({ displayName: 'Ana', note: 'Maps', locked: true, indexable: false });
  expect(draft.fields.map(({ name }) => name)).toEqual(['Site', '', '', '']);
});

test('knows what would be lost', () => {
  const start = draftOf(ME);
  expect(isChanged(withField(start, 1, {}), start)).toBe(false);
  expect(isChanged(withField(start, 1, { name: 'Home' }), start)).toBe(true);
  expect(isChanged({ ...start, avatar: new File([], 'me.png') }, start)).toBe(true);
});

test('takes a link for verified only as long as it is the same', () => {
  const renamed = withField(draftOf(ME), 0, { name: 'Home' });
  expect(renamed.fields[0]?.verifiedAt).toBe(VERIFIED_AT);
  const moved = withField(renamed, 0, { value: 'https://b.example' });
  expect(moved.fields[0]).toEqual({ name: 'Home', value: 'https://b.example', verifiedAt: null });
});

test('sends pictures only when they change, and nothing to take them away', () => {
  const draft = draftOf(ME);
  expect(changesIn(draft)).not.toHaveProperty('avatar');
  expect(changesIn({ ...draft, avatar: '' })).toMatchObject({ avatar: '' });
  expect(changesIn(draft).fieldsAttributes[0]).toEqual({ name: 'Site', value: 'https://a.example' });
});

test('sends domains also when none is left', () => {
  const draft = draftOf(ME);
  expect(draft.domains).toBe('a.example\nb.example');
  expect(changesIn({ ...draft, domains: '' })).toMatchObject({ attributionDomains: [''] });
});
