import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { Failure } from '../error/failure';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { Loading } from '../shell/loading';
import { type MailBudget, mailBudget } from './mails-api';

const RENEWED = 30_000;

const LEVELS = {
  ample: 'mails.ample',
  low: 'mails.low',
  spent: 'mails.spent',
} as const satisfies Record<MailBudget['level'], string>;

/** How much is left of the mails of 24 hours, and how long that will last. */
export function MailBudgetSection() {
  const { t } = useTranslation(LATER);
  const id = useId();
  const { data, error, refetch } = useQuery({
    queryKey: ['admin-mail-budget'],
    queryFn: async () => mailBudget.fetch(),
    refetchInterval: RENEWED,
  });
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('mails.budget')}</h2>
      {data !== undefined && <Numbers budget={data} />}
      {data === undefined && (error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />)}
    </section>
  );
}

function Numbers({ budget }: { budget: MailBudget }) {
  const { t, i18n } = useTranslation(LATER);
  const format = useFormat();
  const number = new Intl.NumberFormat(`${i18n.language}-u-nu-latn`);
  const { limit, level, spentAt } = budget;
  const rows = [
    [t('mails.limit'), limit === null ? t('mails.anyNumber') : number.format(limit)],
    [t('mails.sent'), number.format(budget.sent)],
    [t('mails.sentLastHour'), number.format(budget.sentLastHour)],
    [t('mails.waiting'), number.format(budget.waiting)],
    [t('mails.forecast'), number.format(budget.forecast)],
  ];
  return (
    <>
      <dl className="mail-budget">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {limit !== null && (
        <p className={level === 'ample' ? undefined : 'mail-budget-short'}>
          {t(LEVELS[level])} {spentAt !== null && t('mails.spentAt', { when: format.full(spentAt) })}
        </p>
      )}
    </>
  );
}
