/** The site of an address, as people say it; the address itself where it has none. */
export function hostOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host === '' ? url : host.replace(/^www\./, '');
}
