/** An address counts as this many characters, however long it is. */
const ADDRESS = 'x'.repeat(23);

const ADDRESSES =
  /(?<![\p{L}\p{N}_@#$/.-])https?:\/\/[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*(?![^\s/?#]*[@\\])(?::\d+)?(?:[/?#][!#-;=?-[\]_a-z~\p{L}\p{N}\p{M}]*)?/giu;
const NEVER_LAST = /[?!.,:;*_~'([-]+$/;
const MENTIONS = /(?<![\p{L}\p{N}\p{M}_=/])@(\w+(?:[.-]+\w+)*)@[\p{L}\p{N}\p{M}_]+(?:[.-]+[\p{L}\p{N}\p{M}_]+)*(?::\d+)?/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How much of what looks like an address is one: a closing bracket belongs to it only when its opening one does. */
function addressLength(candidate: string): number {
  const open = { ')': 0, ']': 0 };
  for (let i = 0; i < candidate.length; i++) {
    const c = candidate.charAt(i);
    if (c === '(' || c === '[') {
      open[c === '(' ? ')' : ']']++;
    } else if ((c === ')' || c === ']') && --open[c] < 0) {
      return trimmed(candidate.slice(0, i));
    }
  }
  return trimmed(candidate);
}

function trimmed(address: string): number {
  return address.replace(NEVER_LAST, '').length;
}

/** The length of a post as the API counts it: what a reader sees, addresses as 23, mentions without their host. */
export function countCharacters(text: string): number {
  const countable = text
    .replace(ADDRESSES, (candidate) => ADDRESS + candidate.slice(addressLength(candidate)))
    .replace(MENTIONS, '@$1');
  return [...graphemes.segment(countable)].length;
}
