import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { createInstance } from 'i18next';
import { expect, test } from 'vitest';

import { type Catalogue, flatten } from '../../scripts/catalogues';
import { interpolationOf } from './i18n';
import { isolated } from './isolated';
import { LANGUAGES } from './languages';

const NAME = 'عمر خليل';
const ISOLATED = `\u2068${NAME}\u2069`;
/** Placeholders that numbers alone are put into. */
const NUMBERS = new Set(['count', 'position', 'number']);

for (const path of globSync('src/i18n/{,later/}*.json')) {
  const language = basename(path, '.json');
  const translation = JSON.parse(readFileSync(path, 'utf8')) as Catalogue;
  const i18n = createInstance();
  await i18n.init({ lng: language, resources: { [language]: { translation } }, interpolation: interpolationOf(i18n) });

  test(`every sentence of ${path} keeps its direction about a name of the other`, () => {
    const name = i18n.dir() === 'ltr' ? NAME : 'Ada';
    const sentences = [...flatten(translation)].flatMap(([key, text]) => {
      const names = [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, each = '']) => each).filter((each) => !NUMBERS.has(each));
      return names.map((each): [string, string] => [key, each]);
    });
    expect(sentences.length).toBeGreaterThan(5);
    for (const [key, placeholder] of sentences) {
      expect(i18n.t(key, { [placeholder]: name, count: 2 }), key).toContain(`\u2068${name}\u2069`);
    }
  });
}

test('every language of the choice has a catalogue, and every catalogue is offered', () => {
  const catalogues = globSync('src/i18n/*.json').map((path) => basename(path, '.json'));
  expect([...LANGUAGES.keys()].toSorted()).toEqual(catalogues.toSorted());
});

test('leaves alone what runs as the sentence does', () => {
  expect(isolated('Ada', 'ltr')).toBe('Ada');
  expect(isolated('42', 'rtl')).toBe('42');
  expect(isolated('Ada', 'rtl')).toBe('\u2068Ada\u2069');
});

test('lets no name break out of its isolate', () => {
  expect(isolated(`\u2069\u202e${NAME}`, 'ltr')).toBe(ISOLATED);
  expect(isolated(`\u2067${NAME}`, 'ltr')).toBe(`\u2068\u2067${NAME}\u2069\u2069`);
  expect(isolated(`${ISOLATED} and Ada`, 'ltr')).toBe(`\u2068${ISOLATED} and Ada\u2069`);
});
