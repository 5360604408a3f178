import { api } from '../api/client';
import type { Cursor } from '../api/paging';
import type { Account, MediaAttachment, Status, Visibility } from '../api/types';

export const ACTIONS = ['refuse', 'hold', 'limit', 'report'] as const;
export type RuleAction = (typeof ACTIONS)[number];

/** One of several conditions of a rule, all of which hold of what it catches. */
export type RuleCondition =
  | { type: 'words'; words: string[]; whole: boolean }
  | { type: 'expression'; expression: string }
  | { type: 'links'; hosts: string[] }
  | { type: 'language'; languages: string[]; except: boolean }
  | { type: 'account_age'; lessThanHours: number }
  | { type: 'strangers'; moreThan: number }
  | { type: 'rate'; moreThan: number; withinMinutes: number }
  | { type: 'duplicates'; atLeast: number; withinHours: number };

export interface RuleWish {
  name: string;
  action: RuleAction;
  text: string;
  conditions: RuleCondition[];
}

export interface AutomaticRule extends RuleWish {
  id: string;
  /** A change names it. */
  version: number;
  enabled: boolean;
}

/** What a rule caught. */
export interface RuleHit {
  id: string;
  account: Account | null;
  /** Null where the post was refused or is direct. */
  statusId: string | null;
  visibility: Visibility;
  action: RuleAction;
  createdAt: string;
}

/** A rule that is tried on what was published. */
export interface DryRun {
  id: string;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  judged: number;
  /** Null until they are counted. */
  of: number | null;
  caught: number;
}

/** A post that waits for a moderator. */
export interface HeldPost {
  id: string;
  account: Account | null;
  visibility: Visibility;
  content: string;
  spoilerText: string;
  language: string | null;
  mediaAttachments: MediaAttachment[];
  pollOptions: string[];
  createdAt: string;
}

type Listed<T> = { $raw(params: Cursor): Promise<{ data: T[]; headers: Headers }> };
type Act<T> = { create(): Promise<T> };

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  admin: {
    automaticRules: {
      list(): Promise<AutomaticRule[]>;
      create(wish: RuleWish): Promise<AutomaticRule>;
      $select(id: string): {
        update(wish: Partial<RuleWish> & { version: number; enabled?: boolean }): Promise<AutomaticRule>;
        remove(): Promise<AutomaticRule>;
        hits: { list: Listed<RuleHit> };
      };
      dryRuns: {
        create(wish: { action: RuleAction; conditions: RuleCondition[] }): Promise<DryRun>;
        $select(id: string): { fetch(): Promise<DryRun>; cancel: Act<DryRun>; statuses: { list: Listed<Status> } };
      };
    };
    heldPosts: {
      list: Listed<HeldPost>;
      $select(id: string): { release: Act<unknown>; reject: Act<unknown> };
    };
  };
}

export const { automaticRules, heldPosts } = (api.v1 as unknown as Additions).admin;

/** All that is read about automatic rules begins so. */
export const RULES_KEY = ['admin-automatic-rules'];

export const HELD_KEY = ['admin-held-posts'];
