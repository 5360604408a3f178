import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { pageOf } from '../api/paging';
import type { Status } from '../api/types';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { StatusCard } from '../status/status-card';
import { More } from '../timeline/more';
import { usePages } from '../timeline/use-pages';
import { type DryRun, RULES_KEY, type RuleWish, automaticRules } from './rules-api';
import { useAct } from './use-act';

/** In milliseconds, between two looks at how far it has come. */
const WATCHED = 500;

const STATE_TEXTS = {
  running: 'automatic.states.running',
  done: 'automatic.states.done',
  cancelled: 'automatic.states.cancelled',
  failed: 'automatic.states.failed',
} as const satisfies Record<DryRun['state'], string>;

const RUNS_KEY = [...RULES_KEY, 'dry-runs'];

/** What a rule would have caught of the posts of the last month. */
export function DryRunSection({ wish: { action, conditions } }: { wish: RuleWish }) {
  const { t } = useTranslation(LATER);
  const heading = useId();
  const { mutate, isPending } = useAct(RUNS_KEY);
  const [run, setRun] = useState<string | null>(null);
  const start = (): void =>
    mutate(async () => {
      const { id } = await automaticRules.dryRuns.create({ action, conditions });
      setRun(id);
    });
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{t('automatic.dryRun')}</h3>
      <p className="quiet">{t('automatic.dryRunHint')}</p>
      <div className="moderation-actions">
        <button type="button" className="btn btn-quiet" disabled={isPending} onClick={start}>
          {t('automatic.tryIt')}
        </button>
      </div>
      {run !== null && <Progress key={run} id={run} />}
    </section>
  );
}

function Progress({ id }: { id: string }) {
  const { t } = useTranslation(LATER);
  const { mutate, isPending } = useAct(RUNS_KEY);
  const one = automaticRules.dryRuns.$select(id);
  const { data, error, refetch } = useQuery({
    queryKey: [...RUNS_KEY, id],
    queryFn: async () => one.fetch(),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? WATCHED : false),
  });
  if (data === undefined) {
    return error === null ? null : <Failure error={error} retry={() => void refetch()} />;
  }
  const { state, judged, of, caught } = data;
  return (
    <div role="group" aria-label={t('automatic.progress')}>
      <progress className="w-100" value={judged} max={Math.max(1, of ?? 1)} aria-label={t(STATE_TEXTS[state])} />
      <p role="status">
        {t(STATE_TEXTS[state])} · {t('automatic.numbers', { judged, of: of ?? judged, caught })}
      </p>
      {state === 'running' && (
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          disabled={isPending}
          onClick={() => mutate(() => one.cancel.create())}
        >
          {t('automatic.cancel')}
        </button>
      )}
      {state !== 'running' && caught > 0 && <Caught id={id} />}
    </div>
  );
}

function Caught({ id }: { id: string }) {
  const { t } = useTranslation(LATER);
  const list = usePages<Status>([...RUNS_KEY, id, 'statuses'], (cursor) =>
    pageOf(automaticRules.dryRuns.$select(id).statuses.list.$raw({ ...cursor })),
  );
  return (
    <section aria-label={t('automatic.caught')}>
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.items.map((status) => (
        <StatusCard key={status.id} status={status} />
      ))}
      <More list={list} />
    </section>
  );
}
