import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Filter } from '../api/types';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { useToast } from '../shell/toasts';
import { draftOf } from './filter-draft';
import { FILTERS_KEY, FilterForm } from './filter-form';
import { actionNames, placeNames } from './filter-names';
import './filters.scss';

/** What one does not want to meet in posts. */
export function FiltersPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('filter.title')} back />
      <SignedIn>
        <div className="filters">
          <Filters />
        </div>
      </SignedIn>
    </>
  );
}

function Filters() {
  const { t } = useTranslation(LATER);
  const [changing, setChanging] = useState<Filter | 'new' | null>(null);
  const list = useQuery({ queryKey: FILTERS_KEY, queryFn: async () => api.v2.filters.list() });
  if (list.data === undefined) {
    return list.isError ? <Failure error={list.error} retry={() => void list.refetch()} /> : <Loading />;
  }
  if (changing !== null) {
    return <FilterForm filter={changing === 'new' ? undefined : changing} onDone={() => setChanging(null)} />;
  }
  return (
    <>
      {list.data.length === 0 ? (
        <Empty Icon={ListFilter} title={t('filter.emptyTitle')} text={t('filter.emptyText')} />
      ) : (
        <ul aria-label={t('filter.title')}>
          {list.data.map((filter) => (
            <FilterRow key={filter.id} filter={filter} onChange={() => setChanging(filter)} />
          ))}
        </ul>
      )}
      <button type="button" className="btn btn-primary" onClick={() => setChanging('new')}>
        {t('filter.new')}
      </button>
    </>
  );
}

function FilterRow({ filter, onChange }: { filter: Filter; onChange: () => void }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const [asked, setAsked] = useState(false);
  const deleting = useMutation({
    mutationFn: async () => api.v2.filters.$select(filter.id).remove(),
    onSuccess: () => toast({ text: t('filter.deleted') }),
    onError: (error) => tellFailure(error),
    onSettled: () => queries.invalidateQueries({ queryKey: FILTERS_KEY }),
  });
  const over = filter.expiresAt != null && new Date(filter.expiresAt) <= new Date();
  return (
    <li>
      <div>
        <bdi className="name">{filter.title}</bdi>
        <span className="quiet">
          {actionNames(t)[filter.filterAction]}
          {' · '}
          {draftOf(filter).context.map((place) => placeNames(t)[place]).join(', ')}
        </span>
        <span className="quiet" dir="auto">
          {filter.keywords.map(({ keyword }) => keyword).join(', ')}
        </span>
        {filter.statuses.length > 0 && (
          <span className="quiet">{t('profile.postCount', { count: filter.statuses.length })}</span>
        )}
        {filter.expiresAt != null && (
          <time className="quiet" dateTime={filter.expiresAt}>
            {over ? t('filter.over') : t('relation.until', { when: format.full(filter.expiresAt) })}
          </time>
        )}
      </div>
      <button type="button" className="btn btn-sm btn-quiet" onClick={onChange}>
        {t('filter.change')} <span className="visually-hidden">{filter.title}</span>
      </button>
      <button type="button" className="btn btn-sm btn-quiet" disabled={deleting.isPending} onClick={() => setAsked(true)}>
        {t('filter.delete')} <span className="visually-hidden">{filter.title}</span>
      </button>
      {asked && (
        <ConfirmDialog
          title={t('filter.deleteTitle', { title: filter.title })}
          text={t('filter.deleteText')}
          action={t('filter.delete')}
          onConfirm={() => deleting.mutate()}
          onClose={() => setAsked(false)}
        />
      )}
    </li>
  );
}
