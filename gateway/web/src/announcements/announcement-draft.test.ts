import { expect, test } from 'vitest';

import { draftOf, newText, requestOf } from './announcement-draft';
import type { AdminAnnouncement } from './announcements-api';

const ANNOUNCEMENT: AdminAnnouncement = {
  id: '1',
  state: 'draft',
  mainLanguage: 'en',
  texts: [
    { language: 'en', text: 'News', content: '<p>News</p>' },
    { language: 'es', text: 'Novedades', content: '<p>Novedades</p>' },
  ],
  scheduledAt: '2026-12-01T08:30:00.000Z',
  startsAt: null,
  endsAt: '2026-12-02T00:00:00.000Z',
  allDay: true,
  target: { language: 'es', role: null, registeredAfter: '2026-01-01T00:00:00.000Z', registeredBefore: null },
  mail: true,
  publishedAt: null,
};

test('sends back what nobody changed', () => {
  const { id, state, publishedAt, texts, ...rest } = ANNOUNCEMENT;
  expect(requestOf(draftOf(ANNOUNCEMENT, 'ar'))).toEqual({
    ...rest,
    texts: texts.map(({ language, text }) => ({ language, text })),
  });
});

test('begins in the language of the interface, for all', () => {
  const draft = draftOf(undefined, 'ar');
  expect(draft.texts.map(({ language }) => language)).toEqual(['ar']);
  expect(requestOf(draft).target).toEqual({
    language: null, role: null, registeredAfter: null, registeredBefore: null,
  });
  expect(requestOf(draft).mail).toBe(false);
});

test('takes days for days', () => {
  const draft = { ...draftOf(undefined, 'en'), allDay: true, startsAt: '2026-12-01T15:00', endsAt: '2026-12-03' };
  expect(requestOf(draft)).toMatchObject({
    startsAt: '2026-12-01T00:00:00.000Z', endsAt: '2026-12-03T00:00:00.000Z',
  });
});

test('has a main language among its texts', () => {
  const draft = { ...draftOf(ANNOUNCEMENT, 'en'), texts: [newText('fr', 'Bonjour')] };
  expect(requestOf(draft).mainLanguage).toBe('fr');
});
