import { expect, test } from 'vitest';

import { once } from './once';

function keyOf(meta: { requestInit: RequestInit }): string {
  return new Headers(meta.requestInit.headers).get('Idempotency-Key') ?? '';
}

test('what failed is tried again under its key, and done anew under another', async () => {
  const keys: string[] = [];
  const fail = async (meta: { requestInit: RequestInit }): Promise<void> => {
    keys.push(keyOf(meta));
    return Promise.reject(new Error('503'));
  };
  const work = async (meta: { requestInit: RequestInit }): Promise<void> => {
    keys.push(keyOf(meta));
    return Promise.resolve();
  };

  await expect(once({ type: 'silence' }, fail)).rejects.toThrow('503');
  await once({ type: 'suspend' }, work);
  await once({ type: 'silence' }, work);
  await once({ type: 'silence' }, work);

  expect(keys[2]).toBe(keys[0]);
  expect(new Set(keys).size).toBe(3);
});
