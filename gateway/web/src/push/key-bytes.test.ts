import { describe, expect, it } from 'vitest';

import { keyBytes } from './key-bytes';

describe('the key of the server', () => {
  it('is read with and without padding', () => {
    const bytes = Uint8Array.from([4, 251, 255]);
    expect(keyBytes('BPv_')).toEqual(bytes);
    expect(keyBytes('BPs=')).toEqual(bytes.slice(0, 2));
    expect(keyBytes('BPs')).toEqual(bytes.slice(0, 2));
  });
});
