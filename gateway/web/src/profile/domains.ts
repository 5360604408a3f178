const MOST = 10;
const AROUND = /^https?:\/\/|^\*\.|\/.*$/g;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** What is wrong with a text of domains. */
export type DomainProblem = { kind: 'wrong'; domain: string } | { kind: 'many'; most: number };

/** A domain in ASCII; the text itself where it is none. */
function ascii(domain: string): string {
  return URL.parse(`http://${domain}`)?.hostname ?? domain;
}

/** Reads domains, one a line, as the server does; null when nothing is wrong. */
export function problemIn(text: string): DomainProblem | null {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const domains = lines.map((line) => line.toLowerCase().replaceAll(AROUND, ''));
  const wrong = domains.findIndex((domain) => /[\s:@?#]/.test(domain) || !DOMAIN.test(ascii(domain)));
  if (wrong >= 0) {
    return { kind: 'wrong', domain: lines[wrong] ?? '' };
  }
  return new Set(domains.map(ascii)).size > MOST ? { kind: 'many', most: MOST } : null;
}
