import { FilePenLine } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useComposer } from '../compose/composer-context';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import '../scheduled/scheduled.scss';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { More } from '../timeline/more';
import '../timeline/timeline.scss';
import { usePages } from '../timeline/use-pages';
import { DraftCard } from './draft-card';
import { pageOfDrafts } from './kept-drafts';
import { onKeptChanged } from './kept-notes';

/** What one has begun to write, here or on another device. */
export function DraftsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('compose.drafts')} back />
      <SignedIn>
        <Drafts />
      </SignedIn>
    </>
  );
}

function Drafts() {
  const { t } = useTranslation(LATER);
  const { open } = useComposer();
  const list = usePages(['drafts'], pageOfDrafts);
  const { refetch } = list;
  useEffect(() => {
    const again = (): void => void refetch();
    again();
    return onKeptChanged(again);
  }, [refetch]);
  if (list.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void refetch()} />;
  }
  if (list.items.length === 0) {
    return (
      <Empty Icon={FilePenLine} title={t('drafts.emptyTitle')} text={t('drafts.emptyText')}>
        <button type="button" className="btn btn-primary" onClick={() => open({})}>
          {t('compose.new')}
        </button>
      </Empty>
    );
  }
  return (
    <section aria-label={t('compose.drafts')}>
      {list.items.map((kept) => (
        <DraftCard key={kept.id} kept={kept} />
      ))}
      <More list={list} />
    </section>
  );
}
