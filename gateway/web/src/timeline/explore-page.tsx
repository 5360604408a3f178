import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { LATER } from '../i18n/i18n';
import { PageHeader } from '../shell/page-header';
import { useTrendingTags } from '../shell/trends-panel';
import './explore.scss';
import { PublicTimeline } from './public-timeline';
import { tagPath } from './tag-path';

/** What is on, beyond the people one follows. */
export function ExplorePage() {
  const { t } = useTranslation(LATER);
  const tags = useTrendingTags();
  return (
    <>
      <PageHeader title={t('nav.explore')} hint={t('timeline.exploreHint')} />
      {tags.length > 0 && (
        <nav className="tag-row" aria-label={t('trends.title')}>
          {tags.map(({ name }) => (
            <Link key={name} to={tagPath(name)} className="tag-chip">
              <bdi>#{name}</bdi>
            </Link>
          ))}
        </nav>
      )}
      <PublicTimeline />
    </>
  );
}
