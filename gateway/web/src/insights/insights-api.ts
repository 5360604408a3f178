import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import type { Status } from '../api/types';

/** What became of posts. */
export interface PostNumbers {
  homesCount: number;
  opensCount: number;
  favouritesCount: number;
  reblogsCount: number;
  repliesCount: number;
}

/** What became of a profile and all its posts. */
export interface ProfileNumbers extends PostNumbers {
  statusesCount: number;
  followersGained: number;
  followersLost: number;
}

/** A day or a week, by its first day. */
export type Span<N> = N & { date: string };

export interface ProfileInsight {
  timeZone: string;
  totals: ProfileNumbers;
  buckets: Span<ProfileNumbers>[];
  hours: ({ hour: number } & ProfileNumbers)[];
  languages: ({ language: string | null; statusesCount: number } & PostNumbers)[];
}

export interface PostInsight {
  status: Status;
  timeZone: string;
  totals: PostNumbers;
  buckets: Span<PostNumbers>[];
}

export interface RankedPost {
  status: Status;
  totals: PostNumbers;
}

export const ORDERS = ['engagement', 'homes', 'opens', 'favourites', 'reblogs', 'replies'] as const;
export type Order = (typeof ORDERS)[number];

/** Which days are looked at, in whose zone, and what is added up. */
export interface Period {
  from: string;
  to: string;
  timeZone: string;
  by: 'day' | 'week';
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  insights: {
    profile: { fetch(period: Period): Promise<ProfileInsight> };
    posts: {
      list(params: Omit<Period, 'by'> & { sort: Order; limit: number }): Promise<RankedPost[]>;
      $select(id: string): { fetch(period: Period): Promise<PostInsight> };
    };
  };
}

const { insights } = api.v1 as unknown as Additions;

const BEST = 10;

export function useProfileInsight(period: Period) {
  return useQuery({
    queryKey: ['insights', 'profile', period],
    queryFn: () => insights.profile.fetch(period),
    placeholderData: (before) => before,
  });
}

export function useBestPosts({ from, to, timeZone }: Period, sort: Order) {
  return useQuery({
    queryKey: ['insights', 'posts', { from, to, timeZone }, sort],
    queryFn: async () => insights.posts.list({ from, to, timeZone, sort, limit: BEST }),
    placeholderData: (before) => before,
  });
}

export function usePostInsight(id: string, period: Period) {
  return useQuery({
    queryKey: ['insights', 'post', id, period],
    queryFn: () => insights.posts.$select(id).fetch(period),
    placeholderData: (before) => before,
  });
}

/** Where the same numbers are to be had as a table. */
export function tableAddress(of: 'profile' | 'posts', { from, to, timeZone, by }: Period): string {
  return `/api/v1/insights/${of}.csv?${new URLSearchParams({ from, to, time_zone: timeZone, by })}`;
}
