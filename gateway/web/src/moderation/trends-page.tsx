import { TrendingUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { type Cursor, pageOf } from '../api/paging';
import type { Status, Tag } from '../api/types';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { managesTrends } from '../session/staff';
import { PageHeader } from '../shell/page-header';
import { usesOf } from '../shell/trends-panel';
import { RichText } from '../status/rich-text';
import { postPath } from '../status/time-link';
import { tagPath } from '../timeline/tag-path';
import { usePages } from '../timeline/use-pages';
import { Entries } from './entries';
import { ForStaff } from './for-staff';
import './moderation.scss';
import { useAct } from './use-act';

/** What has been decided about something that trends. */
interface Decision {
  trendable: boolean;
  requiresReview: boolean;
}

type TrendingTag = Tag & Decision & { id: string; usable: boolean; listable: boolean };
type TrendingStatus = Status & Decision;

interface Trending<T> {
  list: { $raw(params: Cursor & { limit: number }): Promise<{ data: T[]; headers: Headers }> };
  $select(id: string): { approve: { create(): Promise<T> }; reject: { create(): Promise<T> } };
}

/** masto does not say what is decided. */
interface Additions {
  admin: { trends: { tags: Trending<TrendingTag>; statuses: Trending<TrendingStatus> } };
}

const { tags, statuses } = (api.v1 as unknown as Additions).admin.trends;

const TAGS_KEY = ['admin-trends', 'tags'];
const STATUSES_KEY = ['admin-trends', 'statuses'];
const LIMIT = 20;

/** What trends, whether it may or not. */
export function TrendsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('trendReview.title')} back />
      <ForStaff may={managesTrends} denied={t('trendReview.denied')}>
        <div className="moderation-report">
          <section>
            <h2>{t('search.hashtags')}</h2>
            <Tags />
          </section>
          <section>
            <h2>{t('search.posts')}</h2>
            <Posts />
          </section>
        </div>
      </ForStaff>
    </>
  );
}

function Tags() {
  const { t } = useTranslation(LATER);
  const list = usePages<TrendingTag>(TAGS_KEY, (cursor) => pageOf(tags.list.$raw({ limit: LIMIT, ...cursor })));
  return (
    <Entries list={list} label={t('search.hashtags')} none={useNone()}>
      {(tag) => (
        <Entry key={tag.id} decision={tag} of={tags.$select(encodeURIComponent(tag.id))} queryKey={TAGS_KEY}>
          <h3>
            <Link to={tagPath(tag.name)}>
              <bdi>#{tag.name}</bdi>
            </Link>
          </h3>
          <p className="quiet">{t('trends.uses', { count: usesOf(tag) })}</p>
        </Entry>
      )}
    </Entries>
  );
}

function Posts() {
  const { t } = useTranslation(LATER);
  const list = usePages<TrendingStatus>(STATUSES_KEY, (cursor) =>
    pageOf(statuses.list.$raw({ limit: LIMIT, ...cursor })),
  );
  return (
    <Entries list={list} label={t('trends.posts')} none={useNone()}>
      {(post) => (
        <Entry key={post.id} decision={post} of={statuses.$select(post.id)} queryKey={STATUSES_KEY}>
          <h3>
            <Link to={postPath(post)}>{nameOf(post.account)}</Link>
          </h3>
          <RichText html={post.content} lang={post.language ?? null} />
        </Entry>
      )}
    </Entries>
  );
}

function useNone() {
  const { t } = useTranslation(LATER);
  return { Icon: TrendingUp, title: t('trendReview.noneTitle'), text: t('trendReview.noneText') };
}

interface EntryProps {
  decision: Decision;
  of: ReturnType<Trending<unknown>['$select']>;
  queryKey: string[];
  children: ReactNode;
}

/** Something that trends, with the decisions that are left to take. */
function Entry({ decision: { trendable, requiresReview }, of, queryKey, children }: EntryProps) {
  const { t } = useTranslation(LATER);
  const { mutate, isPending } = useAct(queryKey);
  const shown = trendable ? t('trendReview.shown') : t('trendReview.hidden');
  return (
    <article className="moderation-entry">
      {children}
      <p className="quiet">{requiresReview ? t('trendReview.undecided', { shown }) : shown}</p>
      <div className="moderation-actions">
        {(requiresReview || !trendable) && (
          <button
            type="button"
            className="btn btn-primary"
            disabled={isPending}
            onClick={() => mutate(() => of.approve.create())}
          >
            {t('trendReview.approve')}
          </button>
        )}
        {(requiresReview || trendable) && (
          <button
            type="button"
            className="btn btn-quiet"
            disabled={isPending}
            onClick={() => mutate(() => of.reject.create())}
          >
            {t('trendReview.reject')}
          </button>
        )}
      </div>
    </article>
  );
}
