import markdownIt from 'markdown-it';

import { RichText } from '../status/rich-text';

/** Reads as the server does: no HTML, a line is a line, bare addresses become links. */
const markdown = markdownIt({ html: false, breaks: true, linkify: true });

/** How the post will look. */
export function Preview({ text }: { text: string }) {
  return <RichText html={markdown.render(text)} />;
}
