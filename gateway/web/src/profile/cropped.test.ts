import { expect, test } from 'vitest';

import { sizeOf } from './cropped';

test('keeps the size of a small part, and makes a large one smaller in its shape', () => {
  expect(sizeOf({ width: 300, height: 300 }, 'avatar')).toEqual([300, 300]);
  expect(sizeOf({ width: 4_000, height: 4_000 }, 'avatar')).toEqual([800, 800]);
  expect(sizeOf({ width: 3_000, height: 1_000 }, 'header')).toEqual([1_500, 500]);
});
