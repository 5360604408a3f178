import { Repeat2, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { api } from '../api/client';
import { type Cursor, pageOf } from '../api/paging';
import type { Account } from '../api/types';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { PeopleList } from '../profile/people-list';
import { PageHeader } from '../shell/page-header';
import { Tabs } from '../shell/tabs';

/** Who boosted a post. */
export function BoostsPage() {
  return <Reactions kind="boosts" />;
}

/** Who marked a post with a star. */
export function PostFavouritesPage() {
  return <Reactions kind="favourites" />;
}

/** Masto's type knows of no pages here, though the API has them. */
function asParams(cursor: Cursor): undefined {
  return { limit: 40, ...cursor } as unknown as undefined;
}

function Reactions({ kind }: { kind: 'boosts' | 'favourites' }) {
  const { t } = useTranslation(LATER);
  const { handle = '', id = '' } = useParams();
  const post = api.v1.statuses.$select(id);
  const people = kind === 'boosts' ? post.rebloggedBy : post.favouritedBy;
  const labels = { boosts: t('post.boostedByTitle'), favourites: t('post.favouritedByTitle') };
  const empty =
    kind === 'boosts' ? (
      <Empty Icon={Repeat2} title={t('post.noBoosts')} />
    ) : (
      <Empty Icon={Star} title={t('post.noFavourites')} />
    );
  return (
    <>
      <PageHeader title={labels[kind]} back />
      <Tabs
        label={t('post.reactions')}
        tabs={[
          { to: `/${handle}/${id}/boosts`, label: t('post.boostsTab') },
          { to: `/${handle}/${id}/favourites`, label: t('post.favouritesTab') },
        ]}
      />
      <PeopleList<Account>
        key={kind}
        label={labels[kind]}
        queryKey={['people', id, kind]}
        fetchPage={(cursor) => pageOf(people.list.$raw(asParams(cursor)))}
        empty={empty}
      />
    </>
  );
}
