import { Hash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Tag } from '../api/types';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { usesOf } from '../shell/trends-panel';
import { FollowTagButton } from './follow-tag-button';
import './followed-tags.scss';
import { More } from './more';
import { tagPath } from './tag-path';
import './timeline.scss';
import { usePages } from './use-pages';

/** The hashtags whose posts come home. */
export function FollowedTagsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('tags.followed')} back />
      <SignedIn>
        <FollowedTags />
      </SignedIn>
    </>
  );
}

function FollowedTags() {
  const { t } = useTranslation(LATER);
  const list = usePages<Tag>(['followed-tags'], (cursor) =>
    pageOf(api.v1.followedTags.list.$raw({ limit: 100, ...cursor })),
  );
  if (list.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.items.length === 0) {
    return <Empty Icon={Hash} title={t('tags.followedEmptyTitle')} text={t('tags.followedEmptyText')} />;
  }
  return (
    <section aria-label={t('tags.followed')}>
      <ul className="followed-tags">
        {list.items.map((tag) => (
          <li key={tag.name}>
            <Link to={tagPath(tag.name)}>
              <bdi>#{tag.name}</bdi>
              <span className="quiet">{t('trends.uses', { count: usesOf(tag) })}</span>
            </Link>
            <FollowTagButton name={tag.name} known={tag} />
          </li>
        ))}
      </ul>
      <More list={list} />
    </section>
  );
}
