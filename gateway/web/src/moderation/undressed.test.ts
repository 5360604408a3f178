import { expect, test } from 'vitest';

import { undressed } from './undressed';

test('takes nothing but its styles from a mail', () => {
  const { html, css } = undressed('<head><style>p { color: red; }</style></head><p style="margin:0" dir="auto">A</p>');
  expect(html).toBe('<head></head><p data-style="margin:0" dir="auto">A</p>');
  expect(css).toBe('p { color: red; }');
});
