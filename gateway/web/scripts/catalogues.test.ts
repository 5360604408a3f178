import { expect, test } from 'vitest';

import { compare, flatten, undefinedKeys, unspoken, unused } from './catalogues.ts';

const FIRST = flatten({ post: { by: 'By {{name}}', likes_one: '{{count}} like', likes_other: '{{count}} likes' } });

test('accepts a catalogue with the plurals of its own language', () => {
  const polish = flatten({
    post: {
      by: 'Autor: {{name}}',
      likes_one: '{{count}}',
      likes_few: '{{count}}',
      likes_many: '{{count}}',
      likes_other: '{{count}}',
    },
  });
  expect(compare(FIRST, polish, 'pl')).toEqual([]);
});

test('wants all six plural forms of Arabic', () => {
  const arabic = flatten({ post: { by: 'من {{name}}', likes_one: '1', likes_other: '{{count}}' } });
  expect(compare(FIRST, arabic, 'ar')).toEqual(
    ['zero', 'two', 'few', 'many'].map((form) => `ar: post.likes_${form} is missing`),
  );
});

test('names what is missing, superfluous, or has other placeholders', () => {
  const spanish = flatten({ post: { by: 'De {{nombre}}', likes_one: '1', likes_other: '2', old: 'x' } });
  expect(compare(FIRST, spanish, 'es')).toEqual([
    'es: post.by has other placeholders',
    'es: post.likes_many is missing',
    'es: post.old is not in the first catalogue',
  ]);
});

test('finds keys that nobody uses, and keys that nobody wrote', () => {
  const sources = ["t('post.by', { name })", '<Trans i18nKey="post.gone" />'];
  expect(unused(FIRST, sources)).toEqual(['post.likes']);
  expect(undefinedKeys(FIRST, sources)).toEqual(['post.gone']);
});

test('finds texts that would not be there yet', () => {
  const spoken = "const { t } = useTranslation(LATER); t('post.likes', { count })";
  const early = "const { t } = useTranslation(); t('post.by', { name }); t('post.back')";
  expect(unspoken(FIRST, [spoken, early])).toEqual(['post.by']);
});
