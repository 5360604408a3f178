import type { Filter } from '../api/types';
import type { Place } from './filter-place';

export const PLACES: readonly Place[] = ['home', 'notifications', 'public', 'thread', 'account'];
export const ACTIONS: readonly Filter['filterAction'][] = ['warn', 'hide', 'blur'];

export interface DraftKeyword {
  /** For React alone. */
  key: number;
  /** Of one that the server has. */
  id?: string | undefined;
  keyword: string;
  wholeWord: boolean;
}

/** A filter while somebody changes it. */
export interface FilterDraft {
  title: string;
  context: Place[];
  filterAction: Filter['filterAction'];
  /** Seconds from now; empty for never, null for as it is. */
  expiresIn: string | null;
  keywords: DraftKeyword[];
}

let keys = 0;

export function newKeyword(): DraftKeyword {
  keys += 1;
  return { key: keys, keyword: '', wholeWord: true };
}

export function draftOf(filter: Filter | undefined): FilterDraft {
  return filter === undefined
    ? { title: '', context: ['home', 'public'], filterAction: 'warn', expiresIn: '', keywords: [newKeyword()] }
    : {
        title: filter.title,
        context: filter.context.filter((each): each is Place => (PLACES as readonly string[]).includes(each)),
        filterAction: filter.filterAction,
        expiresIn: filter.expiresAt == null ? '' : null,
        keywords: filter.keywords.map(({ id, keyword, wholeWord }) => ({ ...newKeyword(), id, keyword, wholeWord })),
      };
}

/** A keyword as the server is told of it. */
interface KeywordChange {
  id?: string;
  keyword?: string;
  wholeWord?: boolean;
  _destroy?: boolean;
}

/** What the server is told: keywords that were left empty or taken away go. */
export function requestOf({ title, context, filterAction, expiresIn, keywords }: FilterDraft, before?: Filter) {
  const written = keywords.filter(({ keyword }) => keyword.trim() !== '');
  const kept = new Set(written.map(({ id }) => id));
  const keywordsAttributes: KeywordChange[] = [
    ...written.map(({ id, keyword, wholeWord }) => ({ ...(id === undefined ? {} : { id }), keyword, wholeWord })),
    ...(before?.keywords ?? []).filter(({ id }) => !kept.has(id)).map(({ id }) => ({ id, _destroy: true })),
  ];
  return {
    title,
    context,
    filterAction,
    // An empty one says never, which masto's type does not know.
    ...(expiresIn === null ? {} : { expiresIn: expiresIn as unknown as number }),
    keywordsAttributes,
  };
}
