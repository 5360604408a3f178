import { useQuery } from '@tanstack/react-query';
import { Ghost } from 'lucide-react';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';

import { api } from '../api/client';
import { statusOf } from '../api/errors';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { FilterPlace } from '../filter/filter-place';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { PageHeader } from '../shell/page-header';
import { PostSkeletons } from '../timeline/skeletons';
import { MoreOfThread } from './more-of-thread';
import { StatusCard } from './status-card';
import './status.scss';
import { StatusWhole } from './status-whole';
import { gapAbove, goesDeeper } from './thread';
import { ThreadGap } from './thread-gap';
import { postPath } from './time-link';
import { useThread } from './use-thread';

/** A post among what it answers and what answers it. */
export function PostPage() {
  const { t } = useTranslation(LATER);
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const post = useQuery({ queryKey: ['status', id], queryFn: () => api.v1.statuses.$select(id).fetch() });
  const { thread, more } = useThread(id, post.isSuccess);
  const focus = useRef<HTMLDivElement>(null);
  const { ancestors: above = [], descendants: below = [] } = thread.data ?? {};
  const isWhole = thread.data?.below === null;
  const anyAbove = above.length > 0;
  useEffect(() => {
    if (anyAbove) {
      focus.current?.scrollIntoView({ block: 'start' });
    }
  }, [id, anyAbove]);

  const title = post.data === undefined ? t('post.title') : t('post.by', { name: nameOf(post.data.account) });
  return (
    <>
      <PageHeader title={title} back />
      {post.isPending && <PostSkeletons count={1} />}
      {post.isError && statusOf(post.error) !== 404 && (
        <Failure error={post.error} retry={() => void post.refetch()} />
      )}
      {post.isError && statusOf(post.error) === 404 && (
        <Empty Icon={Ghost} title={t('post.goneTitle')} text={t('post.goneText')}>
          <Link to="/" className="btn btn-primary">
            {t('notFound.home')}
          </Link>
        </Empty>
      )}
      {post.isSuccess && (
        <div className="thread">
          <MoreOfThread part={thread.data?.above ?? null} more={more} />
          <div className="thread-above">
            {above.map((status, index) => (
              <Fragment key={status.id}>
                <ThreadGap gap={gapAbove(status, above[index - 1])} />
                <FilterPlace value="thread">
                  <StatusCard status={status} inThread />
                </FilterPlace>
              </Fragment>
            ))}
          </div>
          {!thread.isPending && <ThreadGap gap={gapAbove(post.data, above.at(-1))} />}
          <div ref={focus} className="thread-focus">
            <StatusWhole status={post.data} onDeleted={() => void navigate('/')} />
          </div>
          <section className="thread-below" aria-label={t('post.replies')}>
            {thread.isPending && <PostSkeletons count={2} />}
            {thread.isError && <Failure error={thread.error} retry={() => void thread.refetch()} />}
            {below.map((status, index) => (
              <Fragment key={status.id}>
                {status.inReplyToId == null && <ThreadGap gap="deleted" />}
                <FilterPlace value="thread">
                  <StatusCard status={status} inThread={status.inReplyToId === id} />
                </FilterPlace>
                {goesDeeper(status, below[index + 1]) && (index + 1 < below.length || isWhole) && (
                  <Link to={postPath(status)} className="thread-more">
                    {t('post.deeper')}
                  </Link>
                )}
              </Fragment>
            ))}
            <MoreOfThread part={thread.data?.below ?? null} more={more} />
          </section>
        </div>
      )}
    </>
  );
}
