import { describe, expect, it } from 'vitest';

import { hostOf } from './host-of';

describe('hostOf', () => {
  it.each([
    ['https://www.example.org/a?b', 'example.org'],
    ['http://news.example:8080/', 'news.example:8080'],
    ['https://www.example/', 'example'],
    ['no address', 'no address'],
  ])('%s is at %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });
});
