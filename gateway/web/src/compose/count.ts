import { entitiesIn } from './entities';

/** What the server takes of a post at most, in bytes, however few characters that counts. */
export const MOST_BYTES = 65_536;

const NOTHING_TO_SEE = /^[\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many characters a reader sees: an emoji of many parts is one. */
export function countCharacters(text: string): number {
  return [...graphemes.segment(text)].length;
}

/** The beginning of a text, with so many characters at most. */
export function beginningOf(text: string, characters: number): string {
  const kept = [...graphemes.segment(text)].slice(0, characters);
  return kept.map(({ segment }) => segment).join('');
}

/** Whether a reader sees nothing of it. */
export function isBlank(text: string): boolean {
  return NOTHING_TO_SEE.test(text);
}

/** The length of a post as the server counts it: addresses as 23, mentions without their host, a warning as it is. */
export function countPost(text: string, warning: string, here = window.location.host): number {
  const cleaned = clean(text);
  let countable = '';
  let done = 0;
  for (const { start, end, counted } of entitiesIn(cleaned, here)) {
    countable += cleaned.slice(done, start) + counted;
    done = end;
  }
  return countCharacters(countable + cleaned.slice(done)) + countCharacters(clean(warning));
}

/** The size of a post in bytes. */
export function sizeOf(text: string, warning: string): number {
  return new TextEncoder().encode(clean(text)).length + new TextEncoder().encode(clean(warning)).length;
}

/** Without what the server leaves out: control characters, and those that turn a line round. */
function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u202D\u202E]|\p{Cs}/gu, '');
}
