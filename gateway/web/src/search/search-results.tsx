import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Tag } from '../api/types';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { PersonCard } from '../profile/person-card';
import { tagPath } from '../timeline/tag-path';
import '../timeline/timeline.scss';
import { FoundPost } from './found-post';
import { type SearchType, searchPath } from './search-path';
import type { Found } from './use-search';

/** Of people and hashtags, the best stand above the posts; the rest is on a tab of its own. */
const FEW = 3;

/** What was found: all kinds with people first, or one. */
export function SearchResults({ q, type, found, stale }: { q: string; type: SearchType; found: Found; stale: boolean }) {
  const { t } = useTranslation(LATER);
  const all = type === 'all';
  const accounts = all || type === 'accounts' ? found.accounts : [];
  const hashtags = all || type === 'hashtags' ? found.hashtags : [];
  const statuses = all || type === 'statuses' ? found.statuses : [];
  const count = accounts.length + hashtags.length + statuses.length;
  const most = all ? FEW : Infinity;
  const rest = (kind: SearchType, held: unknown[]): string | undefined =>
    held.length > most ? searchPath(q, kind) : undefined;
  return (
    <section className={stale ? 'results stale' : 'results'} aria-label={t('search.results')}>
      <p className="visually-hidden" role="status">
        {t('search.found', { count })}
      </p>
      {found.didYouMean !== undefined && (
        <p className="did-you-mean">
          <Link to={searchPath(found.didYouMean, type)}>{t('search.didYouMean', { q: found.didYouMean })}</Link>
        </p>
      )}
      {count === 0 && <Empty Icon={SearchX} title={t('search.nothingTitle', { q })} text={t('search.nothingText')} />}
      {accounts.length > 0 && (
        <Kind title={all ? t('search.people') : undefined} rest={rest('accounts', accounts)}>
          {accounts.slice(0, most).map((account) => (
            <PersonCard key={account.id} account={account} />
          ))}
        </Kind>
      )}
      {hashtags.length > 0 && (
        <Kind title={all ? t('search.hashtags') : undefined} rest={rest('hashtags', hashtags)}>
          <Hashtags tags={hashtags.slice(0, most)} />
        </Kind>
      )}
      {statuses.length > 0 && (
        <Kind title={all ? t('search.posts') : undefined}>
          {statuses.map((status) => (
            <FoundPost key={status.id} status={status} />
          ))}
        </Kind>
      )}
    </section>
  );
}

/** Results of one kind, under their title where others stand beside them. */
function Kind({ title, rest, children }: { title?: string | undefined; rest?: string | undefined; children: ReactNode }) {
  const { t } = useTranslation(LATER);
  if (title === undefined) {
    return children;
  }
  return (
    <>
      <div className="results-kind">
        <h2>{title}</h2>
        {rest !== undefined && (
          <Link to={rest}>
            {t('search.seeAll')} <span className="visually-hidden">{title}</span>
          </Link>
        )}
      </div>
      {children}
    </>
  );
}

function Hashtags({ tags }: { tags: Tag[] }) {
  return (
    <ul className="hashtag-list">
      {tags.map((tag) => (
        <li key={tag.name}>
          <Link to={tagPath(tag.name)}>
            <bdi>#{tag.name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
