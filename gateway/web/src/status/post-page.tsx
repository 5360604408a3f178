import { useQuery } from '@tanstack/react-query';
import { Ghost } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';

import { api } from '../api/client';
import { statusOf } from '../api/errors';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { nameOf } from '../profile/names';
import { PageHeader } from '../shell/page-header';
import { PostSkeletons } from '../timeline/skeletons';
import { StatusCard } from './status-card';
import './status.scss';
import { StatusWhole } from './status-whole';

/** A post among what it answers and what answers it. */
export function PostPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const post = useQuery({ queryKey: ['status', id], queryFn: () => api.v1.statuses.$select(id).fetch() });
  const thread = useQuery({
    queryKey: ['thread', id],
    queryFn: () => api.v1.statuses.$select(id).context.fetch(),
    enabled: post.isSuccess,
  });
  const focus = useRef<HTMLDivElement>(null);
  const above = thread.data?.ancestors ?? [];
  useEffect(() => {
    if (above.length > 0) {
      focus.current?.scrollIntoView({ block: 'start' });
    }
  }, [id, above.length]);

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
          <div className="thread-above">
            {above.map((status) => (
              <StatusCard key={status.id} status={status} inThread />
            ))}
          </div>
          <div ref={focus} className="thread-focus">
            <StatusWhole status={post.data} onDeleted={() => void navigate('/')} />
          </div>
          <section className="thread-below" aria-label={t('post.replies')}>
            {thread.isPending && <PostSkeletons count={2} />}
            {thread.isError && <Failure error={thread.error} retry={() => void thread.refetch()} />}
            {thread.data?.descendants.map((status) => (
              <StatusCard key={status.id} status={status} inThread={status.inReplyToId === id} />
            ))}
          </section>
        </div>
      )}
    </>
  );
}
