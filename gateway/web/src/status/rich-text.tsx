import { Fragment, type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';

/** What the server's own sanitizer lets through. Anything else shows as its text. */
const ELEMENTS = new Set([
  'p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li',
  'table', 'thead', 'tbody', 'tr', 'th', 'td', 'hr', 'b', 'i', 'u', 's',
  // What a search marks.
  'mark',
]);
const EMPTY = new Set(['br', 'hr']);
const DROPPED = new Set(['script', 'style', 'template', 'iframe', 'object']);
const SPANS = new Set(['invisible', 'ellipsis']);

/** Text with markup, made of React's elements: no markup of others ever gets into the page as it is. */
export function RichText({ html, lang }: { html: string; lang?: string | null | undefined }) {
  const nodes = useMemo(
    () => childrenOf(new DOMParser().parseFromString(html, 'text/html').body),
    [html],
  );
  return (
    <div className="rich-text" dir="auto" lang={lang ?? undefined}>
      {nodes}
    </div>
  );
}

function childrenOf(parent: Node): ReactNode[] {
  return [...parent.childNodes].map((child, index) => <Fragment key={index}>{render(child)}</Fragment>);
}

function render(node: Node): ReactNode {
  if (!(node instanceof HTMLElement)) {
    return node.nodeType === Node.TEXT_NODE ? node.textContent : null;
  }
  const name = node.tagName.toLowerCase();
  // A link for clients that do not show what a post quotes.
  if (DROPPED.has(name) || node.className === 'quote-inline') {
    return null;
  }
  if (node instanceof HTMLAnchorElement) {
    return renderLink(node);
  }
  if (/^h[1-6]$/.test(name)) {
    // A heading in a post is none of the page's.
    return <p className="rich-heading">{childrenOf(node)}</p>;
  }
  if (name === 'span') {
    return <span className={SPANS.has(node.className) ? node.className : undefined}>{childrenOf(node)}</span>;
  }
  if (!ELEMENTS.has(name)) {
    return childrenOf(node);
  }
  const Element = name as 'p';
  return EMPTY.has(name) ? <Element /> : <Element>{childrenOf(node)}</Element>;
}

function renderLink(anchor: HTMLAnchorElement): ReactNode {
  const inside = pathInside(anchor);
  if (inside !== null) {
    return <Link to={inside}>{childrenOf(anchor)}</Link>;
  }
  if (anchor.protocol !== 'https:' && anchor.protocol !== 'http:') {
    return childrenOf(anchor);
  }
  return (
    <a href={anchor.href} title={anchor.href} target="_blank" rel="nofollow noopener noreferrer">
      {childrenOf(anchor)}
    </a>
  );
}

/** People, posts and hashtags of this server open here. */
function pathInside(anchor: HTMLAnchorElement): string | null {
  const inside = anchor.origin === window.location.origin && /^\/(@|tags\/)/.test(anchor.pathname);
  return inside ? anchor.pathname : null;
}
