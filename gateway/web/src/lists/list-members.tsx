import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Account, UserList } from '../api/types';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { PersonCard } from '../profile/person-card';
import { focusBeside } from '../shell/focus-beside';
import { Loading } from '../shell/loading';
import { useMembers, useMembership } from './user-lists';

const MOST_FOUND = 10;

/** Who is on a list, and whom one could put there. */
export function ListMembers({ list }: { list: UserList }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const members = useMembers(list.id);
  const change = useMembership();
  if (members.data === undefined) {
    return members.isError ? <Failure error={members.error} retry={() => void members.refetch()} /> : <Loading />;
  }
  const ids = new Set(members.data.map((member) => member.id));
  return (
    <section className="list-members" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('lists.members')}</h2>
      <Form.Control
        type="search"
        aria-label={t('lists.find')}
        placeholder={t('lists.find')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {q === '' ? (
        members.data.length === 0 && <p className="quiet">{t('lists.nobody')}</p>
      ) : (
        <Found q={q} ids={ids} onAdd={(account) => change({ list, account, on: true })} />
      )}
      {members.data.map((account) => (
        <PersonCard
          key={account.id}
          account={account}
          action={
            <button
              type="button"
              className="btn btn-sm btn-quiet"
              onClick={(event) => {
                focusBeside(event.currentTarget.closest<HTMLElement>('.person-card'), '.list-members > .person-card');
                change({ list, account, on: false });
              }}
            >
              {t('lists.remove')} <span className="visually-hidden">{nameOf(account)}</span>
            </button>
          }
        />
      ))}
    </section>
  );
}

/** People whom one follows and who are not on the list. */
function Found({ q, ids, onAdd }: { q: string; ids: ReadonlySet<string>; onAdd: (account: Account) => void }) {
  const { t } = useTranslation(LATER);
  const { data, error, isError, refetch } = useQuery({
    queryKey: ['followed-people', q],
    queryFn: async () => api.v1.accounts.search.list({ q, following: true, limit: MOST_FOUND }),
    placeholderData: (before) => before,
  });
  if (isError) {
    return <Failure error={error} retry={() => void refetch()} />;
  }
  const others = data?.filter((account) => !ids.has(account.id));
  return (
    <div className="list-found" aria-live="polite">
      {data?.length === 0 && <p className="quiet">{t('search.nothingTitle', { q })}</p>}
      {others?.map((account) => (
        <PersonCard
          key={account.id}
          account={account}
          action={
            <button
              type="button"
              className="btn btn-sm btn-primary"
              onClick={(event) => {
                // What was pressed goes; the next name is typed.
                event.currentTarget.closest('.list-members')?.querySelector('input')?.focus();
                onAdd(account);
              }}
            >
              {t('lists.add')} <span className="visually-hidden">{nameOf(account)}</span>
            </button>
          }
        />
      ))}
    </div>
  );
}
