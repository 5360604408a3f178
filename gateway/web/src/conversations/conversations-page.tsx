import { Mail, MailPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Conversation } from '../api/types';
import { useComposer } from '../compose/composer-context';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { More } from '../timeline/more';
import { PostSkeletons } from '../timeline/skeletons';
import '../timeline/timeline.scss';
import { usePages } from '../timeline/use-pages';
import { ConversationCard } from './conversation-card';
import './conversations.scss';
import { CONVERSATION_LIST_KEY } from './use-conversation-actions';

/** What one writes with others that nobody else reads. */
export function ConversationsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('nav.conversations')} hint={t('conversations.hint')} />
      <SignedIn>
        <Conversations />
      </SignedIn>
    </>
  );
}

function Conversations() {
  const { t } = useTranslation(LATER);
  const { open } = useComposer();
  const list = usePages<Conversation>(
    CONVERSATION_LIST_KEY,
    (cursor) => pageOf(api.v1.conversations.list.$raw({ limit: 20, ...cursor })),
    true,
  );
  if (list.isPending) {
    return <PostSkeletons count={4} />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  const write = (
    <button type="button" className="btn btn-primary" onClick={() => open({ visibility: 'direct' })}>
      <MailPlus size={16} aria-hidden="true" /> {t('conversations.write')}
    </button>
  );
  if (list.items.length === 0) {
    return (
      <Empty Icon={Mail} title={t('conversations.emptyTitle')} text={t('conversations.emptyText')}>
        {write}
      </Empty>
    );
  }
  return (
    <section aria-label={t('nav.conversations')}>
      <div className="conversations-write">{write}</div>
      {list.items.map((conversation) => (
        <ConversationCard key={conversation.id} conversation={conversation} />
      ))}
      <More list={list} />
    </section>
  );
}
