import { describe, expect, it } from 'vitest';

import { bytesIn } from './bytes-in';

describe('bytesIn', () => {
  it.each([
    ['en', 0, '0 bytes'],
    ['en', 1023, '1,023 bytes'],
    ['en', 1536, '1.5 kB'],
    ['en', 5 * 1024 ** 3, '5 GB'],
    ['es', 1.5 * 1024 ** 2, '1,5 MB'],
  ])('in %s, %d is %s', (language, bytes, said) => {
    expect(bytesIn(language, bytes).replace('\u00a0', ' ')).toBe(said);
  });

  it('keeps western digits in Arabic', () => {
    expect(bytesIn('ar', 2 * 1024 ** 2)).toContain('2');
  });
});
