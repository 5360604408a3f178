import type { Status } from '../api/types';

/** Why a post was found: what one of its texts says, and which pieces of it match. */
export interface Highlight {
  of: 'content' | 'spoiler_text' | 'media' | 'poll';
  text: string;
  ranges: { start: number; end: number }[];
}

/** A post as this server's search tells it; other servers say nothing of why. */
export type FoundStatus = Status & { highlights?: Highlight[] };

/** Letters of scripts that put no blanks between words. */
const UNBROKEN = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text in pieces, of which some match. */
export function piecesOf({ text, ranges }: Highlight): { text: string; matches: boolean }[] {
  const pieces: { text: string; matches: boolean }[] = [];
  let end = 0;
  for (const range of ranges) {
    pieces.push({ text: text.slice(end, range.start), matches: false });
    pieces.push({ text: text.slice(range.start, range.end), matches: true });
    end = range.end;
  }
  pieces.push({ text: text.slice(end), matches: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** The post with `<mark>` around what matches in its text. What its author wrote stays as it is. */
export function withMarks(status: FoundStatus): FoundStatus {
  const words = (status.highlights ?? [])
    .filter(({ of }) => of === 'content')
    .flatMap(piecesOf)
    .flatMap(({ text, matches }) => (matches ? [text] : []));
  return words.length === 0 ? status : { ...status, content: marked(status.content, words) };
}

/** HTML with these words of its text in `<mark>`; tags are left alone. */
function marked(html: string, words: string[]): string {
  const longestFirst = [...new Set(words)].sort((one, other) => other.length - one.length);
  const any = new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
  return html
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part : part.replace(any, '<mark>$&</mark>')))
    .join('');
}

function patternOf(word: string): string {
  const literal = word.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return UNBROKEN.test(word) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
}
