import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';

/** What is measured day by day, as far as it is shown here. */
export type MeasureKey =
  | 'active_users'
  | 'new_users'
  | 'posts'
  | 'interactions'
  | 'opened_reports'
  | 'resolved_reports'
  | 'response_time'
  | 'mails_sent'
  | 'mails_failed';

/** A figure of some days; numbers are texts. */
export interface Measure {
  key: string;
  total: string;
  previousTotal?: string;
  data: { date: string; value: string }[];
}

export type DimensionKey = 'languages' | 'sources' | 'space_usage' | 'software_versions';

export interface Entry {
  key: string;
  humanKey: string;
  value: string;
}

/** Who signed up in a month, and how many of them were here in it and in those after it. */
export interface Cohort {
  period: string;
  data: { date: string; rate: number; value: string }[];
}

/** In UTC, the last one included. */
export interface Days {
  from: string;
  to: string;
}

interface Wish {
  startAt: string;
  endAt: string;
}

/** masto lacks some of the keys, and what is missing where a service does not answer. */
interface Additions {
  admin: {
    measures: { create(wish: Wish & { keys: MeasureKey[] }): Promise<Measure[]> };
    dimensions: { create(wish: Wish & { keys: DimensionKey[] }): Promise<{ key: string; data: Entry[] }[]> };
    retention: { create(wish: Wish & { frequency: 'month' }): Promise<Cohort[]> };
  };
}

const { admin } = api.v1 as unknown as Additions;

const wishFor = ({ from, to }: Days): Wish => ({ startAt: from, endAt: to });

/** Several figures; those are missing whose service does not answer. */
export function useMeasures(keys: MeasureKey[], days: Days) {
  return useQuery({
    queryKey: ['dashboard', keys, days],
    queryFn: async () => admin.measures.create({ ...wishFor(days), keys }),
    placeholderData: (before) => before,
  });
}

/** What there is most of. */
export function useDimension(key: DimensionKey, days: Days) {
  return useQuery({
    queryKey: ['dashboard', key, days],
    queryFn: async () => (await admin.dimensions.create({ ...wishFor(days), keys: [key] }))[0]?.data ?? [],
    placeholderData: (before) => before,
  });
}

/** Who comes back, month by month. */
export function useCohorts(days: Days) {
  return useQuery({
    queryKey: ['dashboard', 'cohorts', days],
    queryFn: async () => admin.retention.create({ ...wishFor(days), frequency: 'month' }),
  });
}
