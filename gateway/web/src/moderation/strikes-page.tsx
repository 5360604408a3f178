import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { pageOf } from '../api/paging';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { More } from '../timeline/more';
import { usePages } from '../timeline/use-pages';
import { CASEWORK_KEY, casework, type Strike } from './casework-api';
import { Messages } from './messages';
import './moderation.scss';
import { StrikeCard } from './strike-card';
import { TextForm } from './text-form';
import { useAct } from './use-act';

/** What moderators did about one's own account, with the ways to answer. */
export function StrikesPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('strikes.title')} back />
      <SignedIn>
        <Strikes />
      </SignedIn>
    </>
  );
}

function Strikes() {
  const { t } = useTranslation(LATER);
  const list = usePages<Strike>([...CASEWORK_KEY, 'own'], (cursor) => pageOf(casework.strikes.list.$raw({ ...cursor })));
  const cases = useOwnCases();
  if (list.isPending || cases.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.items.length === 0 && cases.items.length === 0) {
    return <Empty Icon={Scale} title={t('strikes.noneTitle')} text={t('strikes.noneText')} />;
  }
  return (
    <div className="moderation-report">
      <section aria-labelledby="own-strikes">
        <h2 id="own-strikes">{t('cases.strikes')}</h2>
        {list.items.map((strike) => (
          <StrikeCard key={strike.id} strike={strike}>
            {strike.appealable && <Appeal strike={strike} />}
          </StrikeCard>
        ))}
        <More list={list} />
      </section>
      {cases.items.slice(0, 1).map(({ id }) => (
        <Messages key={id} caseId={id} of={casework.moderationCases.$select(id).messages} />
      ))}
    </div>
  );
}

/** The newest case is the one in which one answers. */
function useOwnCases() {
  return usePages([...CASEWORK_KEY, 'own-cases'], (cursor) =>
    pageOf(casework.moderationCases.list.$raw({ ...cursor })),
  );
}

function Appeal({ strike }: { strike: Strike }) {
  const { t } = useTranslation(LATER);
  const { mutate, isPending } = useAct();
  return (
    <TextForm
      label={t('strikes.appealLabel')}
      action={t('strikes.appeal')}
      disabled={isPending}
      onSend={(text) => mutate(() => casework.strikes.$select(strike.id).appeal.create({ text }))}
    />
  );
}
