import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import type { Tag } from '../api/types';
import { tagPath } from '../timeline/tag-path';

const FEW = 5;

/** How often people used a hashtag in the days that the server counts. */
export function usesOf(tag: Tag): number {
  return (tag.history ?? []).reduce((sum, day) => sum + Number(day.uses), 0);
}

/** The hashtags of the day; nothing where there are none. */
export function useTrendingTags(): Tag[] {
  const { data } = useQuery({
    queryKey: ['trends', 'tags'],
    queryFn: async () => api.v1.trends.tags.list({ limit: 10 }),
    staleTime: 5 * 60_000,
    retry: false,
  });
  return data ?? [];
}

export function TrendsPanel() {
  const { t } = useTranslation();
  const tags = useTrendingTags();
  if (tags.length === 0) {
    return null;
  }
  return (
    <section className="panel side-panel" aria-labelledby="trends-title">
      <h2 id="trends-title">{t('trends.title')}</h2>
      <ul className="trends">
        {tags.slice(0, FEW).map((tag) => (
          <li key={tag.name}>
            <Link to={tagPath(tag.name)}>
              <bdi>#{tag.name}</bdi>
            </Link>
            <span className="quiet">{t('trends.uses', { count: usesOf(tag) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
