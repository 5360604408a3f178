import { useTranslation } from 'react-i18next';

import { pageOf } from '../api/paging';
import { Failure } from '../error/failure';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { Loading } from '../shell/loading';
import { More } from '../timeline/more';
import { usePages } from '../timeline/use-pages';
import { CASEWORK_KEY, type CaseMessage, type Entries } from './casework-api';
import { TextForm } from './text-form';
import { useAct } from './use-act';

/** What is said in a case between moderators and the person concerned, the newest first, with a field for more. */
export function Messages({ caseId, of }: { caseId: string; of: Entries<CaseMessage> }) {
  const { t } = useTranslation(LATER);
  const { mutate, isPending } = useAct();
  return (
    <section aria-label={t('cases.messages')}>
      <h2>{t('cases.messages')}</h2>
      <TextForm
        label={t('cases.write')}
        action={t('cases.send')}
        disabled={isPending}
        onSend={(text, onSuccess) => mutate(() => of.create({ text }), { onSuccess })}
      />
      <List caseId={caseId} of={of} />
    </section>
  );
}

function List({ caseId, of }: { caseId: string; of: Entries<CaseMessage> }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const list = usePages<CaseMessage>([...CASEWORK_KEY, 'messages', caseId], (cursor) => pageOf(of.list.$raw({ ...cursor })));
  if (list.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  return (
    <>
      {list.items.map(({ id, account, byModerator, createdAt, text }) => (
        <article key={id} className="moderation-message">
          <p className="quiet">
            {byModerator && account === null ? t('cases.moderators') : account !== null && nameOf(account)} ·{' '}
            <time dateTime={createdAt}>{format.full(createdAt)}</time>
          </p>
          <p dir="auto">{text}</p>
        </article>
      ))}
      <More list={list} />
    </>
  );
}
