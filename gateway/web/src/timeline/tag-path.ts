/** The address of what is written under a hashtag. */
export function tagPath(name: string): string {
  return `/tags/${encodeURIComponent(name)}`;
}
