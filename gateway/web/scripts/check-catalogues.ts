/** Fails the build when a catalogue is not complete or carries what nobody reads. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { type Catalogue, compare, flatten, undefinedKeys, unused } from './catalogues.ts';

const FIRST = 'src/i18n/en.json';

function read(path: string): Map<string, string> {
  return flatten(JSON.parse(readFileSync(path, 'utf8')) as Catalogue);
}

const first = read(FIRST);
const sources = globSync('src/**/*.{ts,tsx}').map((path) => readFileSync(path, 'utf8'));
const problems = [
  ...undefinedKeys(first, sources).map((key) => `${key} is used but nowhere written`),
  ...unused(first, sources).map((key) => `${key} is written but never used`),
  ...globSync('src/i18n/*.json').flatMap((path) => compare(first, read(path), basename(path, '.json'))),
];
problems.forEach((problem) => console.error(problem));
if (problems.length > 0) {
  process.exit(1);
}
