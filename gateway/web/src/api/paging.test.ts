import { expect, test } from 'vitest';

import { nextIn, pageOf } from './paging';

const BOTH =
  '<http://localhost:8080/api/v1/timelines/home?limit=20&max_id=112>; rel="next", ' +
  '<http://localhost:8080/api/v1/timelines/home?limit=20&min_id=140>; rel="prev"';

test('finds the next page among several links', () => {
  expect(nextIn(BOTH)).toEqual({ maxId: '112' });
});

test('finds an offset', () => {
  expect(nextIn('</api/v2/search?q=a,b&offset=40>; rel="next"')).toEqual({ offset: 40 });
});

test('ends without a header or a next link', () => {
  expect(nextIn(null)).toBeNull();
  expect(nextIn('<http://a/api?min_id=140>; rel="prev"')).toBeNull();
});

test('keeps ids as text, since they are too large for numbers', () => {
  expect(nextIn('<http://a/api?max_id=116000000000000001>; rel="next"')).toEqual({ maxId: '116000000000000001' });
});

test('makes a page of an answer', async () => {
  const headers = new Headers({ link: BOTH });
  expect(await pageOf(Promise.resolve({ data: [1, 2], headers }))).toEqual({ items: [1, 2], next: { maxId: '112' } });
});
