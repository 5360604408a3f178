/** Fails the build when a catalogue is not complete or carries what nobody reads. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { type Catalogue, compare, flatten, undefinedKeys, unspoken, unused } from './catalogues.ts';

const [AT_FIRST, LATER] = ['src/i18n', 'src/i18n/later'];

function read(path: string): Map<string, string> {
  return flatten(JSON.parse(readFileSync(path, 'utf8')) as Catalogue);
}

function incomplete(folder: string): string[] {
  const model = read(`${folder}/en.json`);
  const languages = globSync(`${AT_FIRST}/*.json`).map((path) => basename(path, '.json'));
  return languages.flatMap((language) => compare(model, read(`${folder}/${language}.json`), `${folder}/${language}`, language));
}

const later = read(`${LATER}/en.json`);
const all = new Map([...read(`${AT_FIRST}/en.json`), ...later]);
const sources = globSync('src/**/*.{ts,tsx}').map((path) => readFileSync(path, 'utf8'));
const problems = [
  ...undefinedKeys(all, sources).map((key) => `${key} is used but nowhere written`),
  ...unused(all, sources).map((key) => `${key} is written but never used`),
  ...unspoken(later, sources).map((key) => `${key} is used where only the first catalogue is read`),
  ...[AT_FIRST, LATER].flatMap(incomplete),
];
problems.forEach((problem) => console.error(problem));
if (problems.length > 0) {
  process.exit(1);
}
