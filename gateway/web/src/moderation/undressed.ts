import type { Scheme } from './mail-frame';

const SHEET = /<style[^>]*>([\s\S]*?)<\/style>/g;
const STYLE = / style="/g;
const DARK = /\(prefers-color-scheme:\s*dark\)/g;

/**
 * The HTML of a mail without its styles: our content security policy holds in frames too, and lets no styles in that HTML
 * brings along.
 */
export function undressed(html: string): { html: string; css: string } {
  return {
    html: html.replace(SHEET, '').replace(STYLE, ' data-style="'),
    css: [...html.matchAll(SHEET)].map(([, css]) => css).join('\n'),
  };
}

/** Gives a mail in a frame its styles, one by one, which the policy lets a script do. */
export function dress(page: Document, css: string, scheme: Scheme): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
  }
  if (page.defaultView !== null) {
    const sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(css.replace(DARK, scheme === 'dark' ? 'all' : 'not all'));
    page.adoptedStyleSheets = [sheet];
  }
}
