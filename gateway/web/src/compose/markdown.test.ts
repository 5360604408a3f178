import { expect, test } from 'vitest';

import { previewOf } from './markdown';

test('links names and hashtags, where the server does', () => {
  expect(previewOf('Thanks, @lena_k!')).toContain('Thanks, <a href="/@lena_k">@lena_k</a>!');
  expect(previewOf('(#té) or **#Tea**')).toContain('<a href="/tags/t%C3%A9">#té</a>');
  expect(previewOf('(#té) or **#Tea**')).toContain('<strong><a href="/tags/Tea">#Tea</a></strong>');
});

test('leaves addresses, numbers and code alone', () => {
  expect(previewOf('mail me@example.org')).not.toContain('/@example');
  expect(previewOf('we are #1')).not.toContain('/tags/');
  expect(previewOf('`@lena_k`')).not.toContain('<a ');
  expect(previewOf('https://example.org/@lena#top')).toContain('>https://example.org/@lena#top</a>');
});
