import { TrendingUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Tag } from '../api/types';
import { Empty } from '../error/empty';
import { useTrendingTags, usesOf } from '../shell/trends-panel';
import { LATER } from '../i18n/i18n';
import { Sparkline } from './sparkline';
import { tagPath } from './tag-path';
import { Timeline } from './timeline';

/** What many people write about, and what they like, just now. */
export function Trends() {
  const { t } = useTranslation(LATER);
  const tags = useTrendingTags();
  return (
    <>
      {tags.length > 0 && (
        <section aria-labelledby="trending-tags">
          <h2 id="trending-tags" className="trends-title">
            {t('search.hashtags')}
          </h2>
          <ol className="trending-tags">
            {tags.map((tag) => (
              <TrendingTag key={tag.name} tag={tag} />
            ))}
          </ol>
        </section>
      )}
      <h2 className="trends-title">{t('search.posts')}</h2>
      <Timeline
        label={t('trends.posts')}
        queryKey={['timeline', 'trends']}
        place="public"
        fetchPage={(cursor) => pageOf(api.v1.trends.statuses.list.$raw({ limit: 20, ...cursor }))}
        empty={<Empty Icon={TrendingUp} title={t('timeline.publicEmptyTitle')} text={t('trends.emptyText')} />}
      />
    </>
  );
}

function TrendingTag({ tag }: { tag: Tag }) {
  const { t } = useTranslation(LATER);
  // The API begins with today.
  const days = (tag.history ?? []).map(({ uses }) => Number(uses)).toReversed();
  return (
    <li>
      <Link to={tagPath(tag.name)}>
        <bdi>#{tag.name}</bdi>
        <span className="quiet">{t('trends.uses', { count: usesOf(tag) })}</span>
      </Link>
      <Sparkline values={days} />
    </li>
  );
}
