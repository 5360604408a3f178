import { useQuery } from '@tanstack/react-query';
import { Search, SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { api } from '../api/client';
import type { Tag } from '../api/types';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { PersonCard } from '../profile/person-card';
import { PageHeader } from '../shell/page-header';
import { Tabs } from '../shell/tabs';
import { StatusCard } from '../status/status-card';
import { PostSkeletons } from '../timeline/skeletons';
import { tagPath } from '../timeline/tag-path';
import '../timeline/timeline.scss';
import { SearchField } from './search-field';
import './search.scss';
import { SEARCH_TYPES, type SearchType, searchPath } from './search-path';

const PAUSE = 250;
const MOST = 40;

/** Finds posts, people and hashtags while one types. The address carries the question, so that it can be shared. */
export function SearchPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const type = SEARCH_TYPES.find((each) => each === params.get('type')) ?? 'statuses';
  const [text, setText] = useState(q);

  useEffect(() => setText(q), [q]);
  useEffect(() => {
    const asked = text.trim();
    if (asked === q) {
      return;
    }
    const timer = setTimeout(() => setParams(asked === '' ? {} : { q: asked, type }, { replace: true }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, q, type, setParams]);

  const labels: Record<SearchType, string> = {
    statuses: t('search.posts'),
    accounts: t('search.people'),
    hashtags: t('search.hashtags'),
  };
  return (
    <>
      <PageHeader title={t('nav.search')} />
      <div className="search-bar">
        <SearchField text={text} onChange={setText} autoFocus />
      </div>
      {q === '' ? (
        <Empty Icon={Search} title={t('search.startTitle')} text={t('search.startText')} />
      ) : (
        <>
          <Tabs
            label={t('search.views')}
            current={searchPath(q, type)}
            tabs={SEARCH_TYPES.map((each) => ({ to: searchPath(q, each), label: labels[each] }))}
          />
          <Results key={type} q={q} type={type} />
        </>
      )}
    </>
  );
}

function Results({ q, type }: { q: string; type: SearchType }) {
  const { t } = useTranslation();
  const results = useQuery({
    queryKey: ['search', type, q],
    queryFn: async () => api.v2.search.list({ q, type, limit: MOST }),
    // While the next answer is on its way, the last one stays.
    placeholderData: (before) => before,
  });
  if (results.isPending) {
    return <PostSkeletons count={3} />;
  }
  if (results.isError) {
    return <Failure error={results.error} retry={() => void results.refetch()} />;
  }
  const { statuses, accounts } = results.data;
  // Hashtags are objects in the second version of the search, though masto's type says names.
  const hashtags = results.data.hashtags as unknown as Tag[];
  const count = statuses.length + accounts.length + hashtags.length;
  return (
    <section className={results.isPlaceholderData ? 'results stale' : 'results'} aria-label={t('search.results')}>
      <p className="visually-hidden" role="status">
        {t('search.found', { count })}
      </p>
      {count === 0 && <Empty Icon={SearchX} title={t('search.nothingTitle', { q })} text={t('search.nothingText')} />}
      {statuses.map((status) => (
        <StatusCard key={status.id} status={status} />
      ))}
      {accounts.map((account) => (
        <PersonCard key={account.id} account={account} />
      ))}
      {hashtags.length > 0 && (
        <ul className="hashtag-list">
          {hashtags.map((tag) => (
            <li key={tag.name}>
              <Link to={tagPath(tag.name)}>
                <bdi>#{tag.name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
