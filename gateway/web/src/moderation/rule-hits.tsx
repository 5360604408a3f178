import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { pageOf } from '../api/paging';
import { Failure } from '../error/failure';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { Loading } from '../shell/loading';
import { profilePath } from '../shell/nav-items';
import { More } from '../timeline/more';
import { usePages } from '../timeline/use-pages';
import { ACTION_TEXTS } from './rule-texts';
import { RULES_KEY, type RuleHit, automaticRules } from './rules-api';
import { VisibilityName } from './visibility-name';

/** What a rule caught, the newest first. */
export function RuleHits({ ruleId }: { ruleId: string }) {
  const { t } = useTranslation(LATER);
  const list = usePages<RuleHit>([...RULES_KEY, 'hits', ruleId], (cursor) =>
    pageOf(automaticRules.$select(ruleId).hits.list.$raw({ ...cursor })),
  );
  if (list.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  return (
    <section aria-label={t('automatic.hits')}>
      {list.items.length === 0 && <p className="quiet">{t('automatic.noHits')}</p>}
      <ul className="rule-hits">
        {list.items.map((hit) => (
          <Hit key={hit.id} hit={hit} />
        ))}
      </ul>
      <More list={list} />
    </section>
  );
}

function Hit({ hit: { account, statusId, visibility, action, createdAt } }: { hit: RuleHit }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  return (
    <li>
      {account !== null && (
        <Link className="text-decoration-underline" to={profilePath(account)}>
          {nameOf(account)}
        </Link>
      )}{' '}
      · {t(ACTION_TEXTS[action])} ·{' '}
      <VisibilityName of={visibility} /> · <time dateTime={createdAt}>{format.full(createdAt)}</time>
      {statusId !== null && account !== null && (
        <>
          {' · '}
          <Link className="text-decoration-underline" to={`/@${account.acct}/${statusId}`}>
            {t('automatic.seePost')}
          </Link>
        </>
      )}
    </li>
  );
}
