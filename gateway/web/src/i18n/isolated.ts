const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Overrides and embeddings, whose end nothing guarantees. */
const OVERRIDES = /[\u202a-\u202e]/g;
const ISOLATES = /[\u2066-\u2069]/g;
const FROM_RIGHT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /\p{L}/u;

export type Direction = 'ltr' | 'rtl';

/** The text with every isolate closed, and none that it has not opened: it cannot break out of the one about it. */
function closed(text: string): string {
  let open = 0;
  const inside = text.replace(OVERRIDES, '').replace(ISOLATES, (mark) => {
    if (mark !== POP_ISOLATE) {
      open++;
      return mark;
    }
    return --open < 0 ? ((open = 0), '') : mark;
  });
  return inside + POP_ISOLATE.repeat(open);
}

/** What somebody wrote, fit to stand within a sentence: it may run in the other direction, and the sentence does not. */
export function isolated(value: string, direction: Direction): string {
  const text = closed(value);
  const turns = direction === 'ltr' ? FROM_RIGHT.test(text) : LETTER.test(text);
  return turns ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
}
