import { Ticket } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { type Cursor, type Page, pageOf } from '../api/paging';
import type { Account } from '../api/types';
import { LATER } from '../i18n/i18n';
import { managesInvites } from '../session/staff';
import { type Invite, InviteEntry } from '../settings/invite-entry';
import { PageHeader } from '../shell/page-header';
import { usePages } from '../timeline/use-pages';
import { Entries } from './entries';
import { ForStaff } from './for-staff';
import './moderation.scss';

/** masto knows nothing of it. */
interface Additions {
  admin: {
    invites: {
      list: { $raw(params: Cursor & { limit: number }): Promise<{ data: Invite[]; headers: Headers }> };
      $select(id: string): { remove(): Promise<Invite> };
    };
  };
}

const { invites } = (api.v1 as unknown as Additions).admin;

const KEY = ['admin-invites'];

/** Everybody's invitations. */
export function InvitesOfAllPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('invites.ofAll')} back />
      <ForStaff may={managesInvites} denied={t('invites.ofAllDenied')}>
        <div className="moderation-report">
          <List />
        </div>
      </ForStaff>
    </>
  );
}

/** With whoever invites, unless their account is closed. */
interface Sent extends Invite {
  owner: Account | undefined;
}

async function fetchPage(cursor: Cursor): Promise<Page<Sent>> {
  const { items, next } = await pageOf(invites.list.$raw({ limit: 20, ...cursor }));
  const ids = [...new Set(items.map(({ accountId }) => accountId))];
  const owners = ids.length === 0 ? [] : await api.v1.accounts.fetch({ id: ids });
  return { items: items.map((one) => ({ ...one, owner: owners.find(({ id }) => id === one.accountId) })), next };
}

function List() {
  const { t } = useTranslation(LATER);
  const list = usePages<Sent>(KEY, fetchPage);
  return (
    <Entries
      list={list}
      label={t('invites.ofAll')}
      none={{ Icon: Ticket, title: t('invites.noneTitle'), text: t('invites.noneText') }}
    >
      {(one) => (
        <InviteEntry
          key={one.id}
          invite={one}
          of={KEY}
          from={one.owner && <Owner of={one.owner} />}
          revoke={(id) => invites.$select(id).remove()}
        />
      )}
    </Entries>
  );
}

function Owner({ of: { acct } }: { of: Account }) {
  return (
    <h2>
      <Link to={`/@${acct}`}>
        <bdi dir="ltr">@{acct}</bdi>
      </Link>
    </h2>
  );
}
