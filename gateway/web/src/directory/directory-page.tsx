import { UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { api } from '../api/client';
import type { Cursor, Page } from '../api/paging';
import type { Account } from '../api/types';
import { Empty } from '../error/empty';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { PeopleList } from '../profile/people-list';
import { PageHeader } from '../shell/page-header';
import { Tabs } from '../shell/tabs';
import { ExploreTabs, EXPLORE } from '../timeline/explore-tabs';

type Order = 'active' | 'new';

const NEWEST = `${EXPLORE.people}?order=new`;
const LIMIT = 40;

/** The API counts here what it has given; a page that is not full is the last. */
async function pageFrom(order: Order, { offset = 0 }: Cursor): Promise<Page<Account>> {
  const items = await api.v1.directory.list({ order, offset, limit: LIMIT, local: true });
  return { items, next: items.length < LIMIT ? null : { offset: offset + LIMIT } };
}

/** The people of this server who want to be found, whoever looks. */
export function DirectoryPage() {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const [params] = useSearchParams();
  const order: Order = params.get('order') === 'new' ? 'new' : 'active';
  return (
    <>
      <PageHeader title={t('directory.title')} hint={t('directory.hint')} />
      <ExploreTabs current="people" />
      <Tabs
        label={t('directory.orders')}
        current={order === 'new' ? NEWEST : EXPLORE.people}
        tabs={[
          { to: EXPLORE.people, label: t('directory.active') },
          { to: NEWEST, label: t('directory.new') },
        ]}
      />
      <PeopleList<Account>
        key={order}
        label={t('directory.title')}
        queryKey={['people', 'directory', order]}
        fetchPage={(cursor) => pageFrom(order, cursor)}
        hint={({ createdAt }) => (order === 'new' ? t('profile.since', { when: format.month(createdAt) }) : undefined)}
        empty={<Empty Icon={UsersRound} title={t('directory.emptyTitle')} text={t('directory.emptyText')} />}
      />
    </>
  );
}
