import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Filter, Status } from '../api/types';
import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { focusBeside } from '../shell/focus-beside';
import { Loading } from '../shell/loading';
import { useToast } from '../shell/toasts';
import { changeStatus } from '../status/status-cache';
import { PLACES } from './filter-draft';
import { FILTERS_KEY } from './filter-form';

/** Puts a post under one of one's filters, or a new one, or takes it off. */
export function FilterPostDialog({ status, onClose }: { status: Status; onClose: () => void }) {
  const { t } = useTranslation(LATER);
  return (
    <Modal show onHide={onClose} centered scrollable aria-labelledby="filter-post-title">
      <Modal.Header closeButton closeLabel={t('common.close')}>
        <Modal.Title as="h2" id="filter-post-title">
          {t('filter.post')}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body className="dialog-form">
        <Choice status={status} onClose={onClose} />
      </Modal.Body>
    </Modal>
  );
}

function Choice({ status, onClose }: { status: Status; onClose: () => void }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const [title, setTitle] = useState('');
  const filters = useQuery({ queryKey: FILTERS_KEY, queryFn: async () => api.v2.filters.list() });
  const turn = useFilteredPost(status);
  if (filters.data === undefined) {
    return filters.isError ? <Failure error={filters.error} retry={() => void filters.refetch()} /> : <Loading />;
  }
  const choose = (filter: Filter | string): void => {
    turn(filter);
    onClose();
  };
  const make = (event: FormEvent): void => {
    event.preventDefault();
    choose(title);
  };
  return (
    <>
      {filters.data.map((filter) => (
        <button
          key={filter.id}
          type="button"
          className="btn btn-quiet"
          aria-pressed={heldBy(filter, status) !== undefined}
          onClick={() => choose(filter)}
        >
          <bdi>{filter.title}</bdi>
        </button>
      ))}
      <form className="dialog-form" aria-label={t('filter.new')} onSubmit={make}>
        <Form.Group controlId={`${id}-title`}>
          <Form.Label>{t('filter.name')}</Form.Label>
          <Form.Control
            required
            dir="auto"
            maxLength={512}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Form.Group>
        <button type="submit" className="btn btn-primary">
          {t('filter.new')}
        </button>
      </form>
    </>
  );
}

function heldBy(filter: Filter, status: Status): string | undefined {
  return filter.statuses.find(({ statusId }) => statusId === status.id)?.id;
}

/** Puts the post under a filter or takes it off; a filter that is just named is new. Goes on when the dialog has closed. */
function useFilteredPost(status: Status): (filter: Filter | string) => void {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();

  const add = async (filter: Filter): Promise<void> => {
    await api.v2.filters.$select(filter.id).statuses.create({ statusId: status.id });
    toast({ text: t('filter.postFiltered', { title: filter.title }) });
    const post = document.activeElement?.closest<HTMLElement>('article[data-post]');
    focusBeside(post, 'article[data-post]', (other) => other.dataset['post'] === post?.dataset['post']);
    const match = { filter, keywordMatches: null, statusMatches: [status.id] };
    changeStatus(queries, status.id, (it) => ({ ...it, filtered: [...(it.filtered ?? []), match] }));
  };
  const remove = async (filter: Filter, id: string): Promise<void> => {
    await api.v2.filters.statuses.$select(id).remove();
    toast({ text: t('filter.postShown', { title: filter.title }) });
    changeStatus(queries, status.id, (it) => ({ ...it, filtered: it.filtered?.filter((match) => match.filter.id !== filter.id) }));
  };
  const { mutate } = useMutation({
    mutationFn: async (chosen: Filter | string) => {
      const filter =
        typeof chosen === 'string'
          ? await api.v2.filters.create({ title: chosen, context: PLACES, filterAction: 'warn' })
          : chosen;
      const held = heldBy(filter, status);
      await (held === undefined ? add(filter) : remove(filter, held));
    },
    onError: (error) => tellFailure(error),
    onSettled: () => queries.invalidateQueries({ queryKey: FILTERS_KEY }),
  });
  return mutate;
}
