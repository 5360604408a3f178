/** Where the next page begins, in the API's own terms. */
export interface Cursor {
  maxId?: string;
  offset?: number;
}

/** Some of a list, and where the rest begins; null at the end. */
export interface Page<T> {
  items: T[];
  next: Cursor | null;
}

/** Reads the page that comes next from a `Link` header. */
export function nextIn(link: string | null): Cursor | null {
  for (const part of link?.split(/,(?=\s*<)/) ?? []) {
    const [, address, relation] = /<([^>]+)>\s*;.*\brel="?(\w+)"?/.exec(part) ?? [];
    if (address !== undefined && relation === 'next') {
      return cursorIn(new URL(address, 'http://localhost').searchParams);
    }
  }
  return null;
}

function cursorIn(params: URLSearchParams): Cursor | null {
  const maxId = params.get('max_id');
  const offset = params.get('offset');
  if (maxId !== null) {
    return { maxId };
  }
  return offset === null ? null : { offset: Number(offset) };
}

/** A page from an answer with its headers, as masto's `$raw` methods give it. */
export async function pageOf<T>(answer: PromiseLike<{ data: T[]; headers: Headers }>): Promise<Page<T>> {
  const { data, headers } = await answer;
  return { items: data, next: nextIn(headers.get('link')) };
}
