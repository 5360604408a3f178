import { expect, test, vi } from 'vitest';

import { settled } from './use-choices';

vi.mock('../api/client', () => ({ api: {}, onUnauthorized: () => () => {} }));

interface Form {
  language: string;
  sensitive: boolean;
}

test('lets the server speak of what it has saved', () => {
  expect(settled<Form>({ language: 'ca', sensitive: true }, { language: 'ca' })).toEqual({ sensitive: true });
});

test('keeps what was chosen anew while an earlier choice was saved', () => {
  expect(settled<Form>({ language: 'ca' }, { language: 'es' })).toEqual({ language: 'ca' });
  expect(settled<Form>({}, { language: 'es' })).toEqual({});
});
