import markdownIt from 'markdown-it';

import { tagPath } from '../timeline/tag-path';

const NAME = /^\w+(?:[.-]+\w+)*/;
/** A hashtag has something in it that is no digit. */
const TAG = /^[\p{L}\p{N}\p{M}_]*[\p{L}\p{M}_][\p{L}\p{N}\p{M}_]*/u;
const WITHIN_A_WORD = /[\p{L}\p{N}\p{M}_/&@#]/u;

/** Reads as the server does: no HTML, a line is a line, bare addresses, names and hashtags become links. */
const markdown = markdownIt({ html: false, breaks: true, linkify: true });

linkAfter('@', NAME, (name) => `/@${name}`);
linkAfter('#', TAG, tagPath);

function linkAfter(sign: string, pattern: RegExp, path: (word: string) => string): void {
  markdown.linkify.add(sign, {
    validate: (text, at) => {
      const before = [...text.slice(0, at - sign.length)].at(-1) ?? '';
      return WITHIN_A_WORD.test(before) ? 0 : (pattern.exec(text.slice(at))?.[0].length ?? 0);
    },
    normalize: (match) => {
      match.url = path(match.text.slice(sign.length));
    },
  });
}

/** The markup that a post's text will have. */
export function previewOf(text: string): string {
  return markdown.render(text);
}
