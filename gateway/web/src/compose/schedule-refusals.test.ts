import { globSync, readFileSync } from 'node:fs';

import type { TFunction } from 'i18next';
import { MastoHttpError } from 'masto';
import { expect, test } from 'vitest';

import { refusalIn, refusalText } from './schedule-refusals';

const t = ((key: string) => key) as unknown as TFunction;
const SERVER = globSync('../../post-service/src/main/java/**/*.java').map((path) => readFileSync(path, 'utf8'));

test.each([
  'replied-post-not-found',
  'media-not-found',
  'scheduled-too-many',
  'scheduled-day-full',
  'refused-by-rule',
  'rejected-by-moderator',
  'scheduled-too-soon',
  'scheduled-too-late',
  'publishing-given-up',
])('has a text for %s, which the server says', (code) => {
  expect(SERVER.some((source) => source.includes(`"${code}"`))).toBe(true);
  expect(refusalText(code, t)).not.toBe('schedule.refusal.other');
});

test('has a text for each code of a refusal', () => {
  const codes = SERVER.flatMap((source) => [...source.matchAll(/withCode\("([a-z-]+)"\)/g)].map(([, code]) => code ?? ''));
  expect(codes).toContain('hashtag-not-allowed');
  expect(codes.filter((code) => refusalText(code, t) === 'schedule.refusal.other')).toEqual([]);
});

test('says of all else that it was refused', () => {
  expect(refusalText(null, t)).toBe('schedule.refusal.other');
  expect(refusalText('unheard-of', t)).toBe('schedule.refusal.other');
});

test('reads the code of an answer', () => {
  const refused = (type: string) => new MastoHttpError({ statusCode: 422, message: 'No', additionalProperties: { type } });
  expect(refusalIn(refused('urn:microblog:problem:scheduled-too-soon'), t)).toBe('schedule.tooSoon');
  expect(refusalIn(refused('urn:microblog:problem:unheard-of'), t)).toBeUndefined();
  expect(refusalIn(refused('about:blank'), t)).toBeUndefined();
  expect(refusalIn(new Error('scheduled-too-soon'), t)).toBeUndefined();
});
