import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { reasonOf } from '../api/errors';
import type { Filter } from '../api/types';
import { DAY, Durations, HOUR, MINUTE } from '../i18n/durations';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { useToast } from '../shell/toasts';
import {
  ACTIONS, draftOf, type DraftKeyword, type FilterDraft, newKeyword, PLACES, requestOf,
} from './filter-draft';
import { actionNames, placeNames } from './filter-names';

export const FILTERS_KEY = ['filters'];

const LENGTHS = [30 * MINUTE, HOUR, 12 * HOUR, DAY, 7 * DAY, 30 * DAY];

/** Makes a filter, or changes one. */
export function FilterForm({ filter, onDone }: { filter: Filter | undefined; onDone: () => void }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const places = placeNames(t);
  const actions = actionNames(t);
  const format = useFormat();
  const queries = useQueryClient();
  const toast = useToast();
  const first = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(() => draftOf(filter));
  const change = (next: Partial<FilterDraft>): void => setDraft((now) => ({ ...now, ...next }));
  useEffect(() => first.current?.focus(), []);

  const saving = useMutation({
    mutationFn: async () => {
      const request = requestOf(draft, filter);
      return filter === undefined
        ? api.v2.filters.create(request)
        : api.v2.filters.$select(filter.id).update(request);
    },
    onSuccess: async () => {
      toast({ text: t('filter.saved') });
      await queries.invalidateQueries({ queryKey: FILTERS_KEY });
      // Which filters match is part of each post that was read.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session', refetchType: 'none' });
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className="filter-form" onSubmit={submit} aria-label={t(filter === undefined ? 'filter.new' : 'filter.edit')}>
      <Form.Group controlId={`${id}-title`}>
        <Form.Label>{t('filter.name')}</Form.Label>
        <Form.Control
          ref={first}
          required
          maxLength={512}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Form.Group>
      <Keywords keywords={draft.keywords} onChange={(keywords) => change({ keywords })} />
      <fieldset>
        <legend>{t('filter.places')}</legend>
        {PLACES.map((place) => (
          <Form.Check
            key={place}
            id={`${id}-${place}`}
            label={places[place]}
            checked={draft.context.includes(place)}
            onChange={(event) =>
              change({
                context: PLACES.filter((each) => (each === place ? event.target.checked : draft.context.includes(each))),
              })
            }
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('filter.what')}</legend>
        {ACTIONS.map((action) => (
          <Form.Check
            key={action}
            id={`${id}-${action}`}
            name={`${id}-action`}
            type="radio"
            label={actions[action]}
            checked={draft.filterAction === action}
            onChange={() => change({ filterAction: action })}
          />
        ))}
      </fieldset>
      <Form.Group controlId={`${id}-expiry`}>
        <Form.Label>{t('filter.until')}</Form.Label>
        <Form.Select
          value={draft.expiresIn ?? 'kept'}
          onChange={({ target: { value } }) => change({ expiresIn: value === 'kept' ? null : value })}
        >
          {filter?.expiresAt != null && <option value="kept">{format.full(filter.expiresAt)}</option>}
          <option value="">{t('filter.never')}</option>
          <Durations of={LENGTHS} />
        </Form.Select>
      </Form.Group>
      {saving.isError && (
        <p role="alert" className="text-danger mb-0">
          {reasonOf(saving.error) ?? t('error.notDone')}
        </p>
      )}
      <div className="filter-buttons">
        <button type="submit" className="btn btn-primary" disabled={saving.isPending || draft.context.length === 0}>
          {t('filter.save')}
        </button>
        <button type="button" className="btn btn-quiet" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}

function Keywords({ keywords, onChange }: { keywords: DraftKeyword[]; onChange: (keywords: DraftKeyword[]) => void }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const change = (key: number, next: Partial<DraftKeyword>): void =>
    onChange(keywords.map((each) => (each.key === key ? { ...each, ...next } : each)));
  return (
    <fieldset>
      <legend>{t('filter.keywords')}</legend>
      {keywords.map(({ key, keyword, wholeWord }) => (
        <div key={key} className="filter-keyword">
          <Form.Control
            aria-label={t('filter.keyword')}
            maxLength={512}
            dir="auto"
            value={keyword}
            onChange={(event) => change(key, { keyword: event.target.value })}
          />
          <Form.Check
            id={`${id}-${key}`}
            label={t('filter.wholeWord')}
            checked={wholeWord}
            onChange={(event) => change(key, { wholeWord: event.target.checked })}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={t('filter.removeKeyword', { keyword })}
            onClick={() => onChange(keywords.filter((each) => each.key !== key))}
          >
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      ))}
      <button type="button" className="btn btn-sm btn-quiet" onClick={() => onChange([...keywords, newKeyword()])}>
        <Plus size={16} aria-hidden="true" /> {t('filter.addKeyword')}
      </button>
    </fieldset>
  );
}
