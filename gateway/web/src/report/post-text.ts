import type { Status } from '../api/types';

/** What a post says, without its markup. */
export function textOf({ spoilerText, content }: Status): string {
  const text = new DOMParser().parseFromString(content, 'text/html').body.textContent;
  return [spoilerText, text].filter((part) => part !== '').join(' · ');
}
