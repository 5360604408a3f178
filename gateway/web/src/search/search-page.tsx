import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';

import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { useSession } from '../session/session';
import { PageHeader } from '../shell/page-header';
import { Tabs } from '../shell/tabs';
import { PostSkeletons } from '../timeline/skeletons';
import { remember } from './own-searches';
import { OwnSearchesList } from './own-searches-list';
import { SaveButton } from './save-button';
import { SearchField } from './search-field';
import { SearchFilters } from './search-filters';
import './search.scss';
import { SEARCH_TYPES, type SearchType, searchPath } from './search-path';
import { SearchResults } from './search-results';
import { useSearch } from './use-search';

const PAUSE = 250;

/** Finds posts, people and hashtags while one types. The address carries the question, so that it can be shared. */
export function SearchPage() {
  const { t } = useTranslation(LATER);
  const me = useSession();
  const [params] = useSearchParams();
  const q = params.get('q') ?? '';
  const type = SEARCH_TYPES.find((each) => each === params.get('type')) ?? 'all';
  const [text, setText] = useTextOf(q, type);
  return (
    <>
      <PageHeader title={t('nav.search')} />
      <div className="search-bar">
        <SearchField text={text} onChange={setText} autoFocus />
        <div className="search-bar-tools">
          <SearchFilters text={text} onChange={setText} />
          {me !== null && q !== '' && <SaveButton q={q} />}
        </div>
      </div>
      {q === '' ? (
        <OwnSearchesList />
      ) : (
        <Found q={q} type={type} />
      )}
    </>
  );
}

/** What stands in the field: it follows the address, and the address follows it when one pauses. */
function useTextOf(q: string, type: SearchType): [string, (text: string) => void] {
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  const asked = useRef(q);
  useEffect(() => {
    // One's own question, coming back later, must not come over what was typed since.
    if (q !== asked.current) {
      asked.current = q;
      setText(q);
    }
  }, [q]);
  useEffect(() => {
    const next = text.trim();
    if (next === asked.current) {
      return;
    }
    const timer = setTimeout(() => {
      asked.current = next;
      void navigate(next === '' ? '/search' : searchPath(next, type), { replace: true });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, type, navigate]);
  return [text, setText];
}

function Found({ q, type }: { q: string; type: SearchType }) {
  const { t } = useTranslation(LATER);
  const me = useSession();
  const queries = useQueryClient();
  const { found, count, isStale, error, retry } = useSearch(q);
  const labels: Record<SearchType, string> = {
    all: t('search.all'),
    statuses: t('search.posts'),
    accounts: t('search.people'),
    hashtags: t('search.hashtags'),
  };
  return (
    <>
      <Tabs
        label={t('search.views')}
        current={searchPath(q, type)}
        tabs={SEARCH_TYPES.map((each) => ({
          to: searchPath(q, each),
          label: labels[each],
          count: each === 'all' ? undefined : count(each),
        }))}
      />
      {error !== null ? (
        <Failure error={error} retry={retry} />
      ) : found === undefined ? (
        <PostSkeletons count={3} />
      ) : (
        // Whoever follows a result meant what stands in the field.
        <div onClickCapture={() => void (me !== null && remember(queries, q))}>
          <SearchResults key={type} q={q} type={type} found={found} stale={isStale} />
        </div>
      )}
    </>
  );
}
