import { describe, expect, test } from 'vitest';

import type { Filter, Status } from '../api/types';
import { draftOf, newKeyword, requestOf } from './filter-draft';
import { filteredAt } from './filter-place';

const FILTER: Filter = {
  id: '1',
  title: 'Rain',
  context: ['home'],
  filterAction: 'hide',
  expiresAt: '2030-01-01T00:00:00.000Z',
  keywords: [
    { id: '7', keyword: 'rain', wholeWord: true },
    { id: '8', keyword: 'fog', wholeWord: false },
  ] as Filter['keywords'],
  statuses: [],
};

describe('a draft of a filter', () => {
  test('changes nothing that was not changed', () => {
    expect(requestOf(draftOf(FILTER), FILTER)).toEqual({
      title: 'Rain',
      context: ['home'],
      filterAction: 'hide',
      keywordsAttributes: [
        { id: '7', keyword: 'rain', wholeWord: true },
        { id: '8', keyword: 'fog', wholeWord: false },
      ],
    });
  });

  test('takes away keywords that are gone or empty, and adds new ones', () => {
    const draft = draftOf(FILTER);
    const [rain] = draft.keywords;
    const keywords = [{ ...rain!, keyword: ' ' }, { ...newKeyword(), keyword: 'mist' }];
    expect(requestOf({ ...draft, keywords, expiresIn: '' }, FILTER)).toMatchObject({
      expiresIn: '',
      keywordsAttributes: [
        { keyword: 'mist', wholeWord: true },
        { id: '7', _destroy: true },
        { id: '8', _destroy: true },
      ],
    });
  });
});

test('a filter applies where it is meant to', () => {
  const status = { filtered: [{ filter: FILTER, keywordMatches: ['rain'], statusMatches: null }] } as unknown as Status;
  expect(filteredAt(status, 'home')).toHaveLength(1);
  expect(filteredAt(status, 'public')).toHaveLength(0);
  expect(filteredAt(status, null)).toHaveLength(0);
  expect(filteredAt({} as Status, 'home')).toHaveLength(0);
});
