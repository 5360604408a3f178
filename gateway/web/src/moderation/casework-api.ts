import { api } from '../api/client';
import type { Cursor } from '../api/paging';
import type { Account, Rule } from '../api/types';
import type { Decision, Sanction } from './use-report-actions';

/** Something that moderators did about somebody. */
export interface Strike {
  id: string;
  caseId: string;
  action: Sanction;
  text: string;
  /** The posts that were deleted by it. */
  statusIds: string[];
  rules: Rule[];
  createdAt: string;
  endsAt: string | null;
  liftedAt: string | null;
  lifting: 'ended' | 'undone' | 'appealed' | null;
  appeal: { text: string; state: 'pending' | 'approved' | 'rejected' } | null;
  /** Whether it can be appealed against now. */
  appealable: boolean;
  /** For moderators alone. */
  moderatorAccount: Account | null;
}

/** What moderators and the person concerned say to each other. */
export interface CaseMessage {
  id: string;
  byModerator: boolean;
  text: string;
  createdAt: string;
  account: Account | null;
}

/** What moderators tell each other. */
export interface CaseNote {
  id: string;
  text: string;
  createdAt: string;
  account: Account | null;
}

/** A case as moderators see it. */
export interface AdminCase {
  id: string;
  open: boolean;
  /** Whether somebody waits for an answer. */
  waiting: boolean;
  reportsCount: number;
  updatedAt: string;
  targetAccount: Account;
  assignedAccount: Account | null;
}

/** An account as far as all that it holds may be deleted. */
export interface ErasableAccount {
  id: string;
  suspended: boolean;
  erasedAt: string | null;
  /** That somebody wants it, which waits for a second person. */
  erasureRequest: { accountId: string; username: string; createdAt: string; expiresAt: string } | null;
}

type ActWish = Decision & { reportId: string; sendEmailNotification: boolean };
type Listed<T, P = object> = { $raw(params: Cursor & P): Promise<{ data: T[]; headers: Headers }> };
type Act<T> = { create(): Promise<T> };

export interface Entries<T, P = { text: string }> {
  list: Listed<T>;
  create(wish: P): Promise<T>;
}

interface Additions {
  strikes: {
    list: Listed<Strike>;
    $select(id: string): { appeal: { create(wish: { text: string }): Promise<Strike> } };
  };
  moderationCases: { list: Listed<{ id: string }>; $select(id: string): { messages: Entries<CaseMessage> } };
  admin: {
    cases: {
      list: Listed<AdminCase, { state: 'due' | 'settled' }>;
      $select(id: string): { fetch(): Promise<AdminCase>; messages: Entries<CaseMessage> };
    };
    strikes: {
      list: Listed<Strike, { targetAccountId: string }>;
      $select(id: string): { undo: Act<Strike>; appeal: { approve: Act<Strike>; reject: Act<Strike> } };
    };
    accounts: {
      $select(id: string): {
        action: { create(wish: ActWish, meta: { requestInit: RequestInit }): Promise<unknown> };
        notes: Entries<CaseNote, { text: string; caseId: string }>;
        fetch(): Promise<ErasableAccount>;
        remove(): Promise<ErasableAccount>;
        erasureRequest: { remove(): Promise<ErasableAccount> };
      };
    };
  };
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
export const casework = api.v1 as unknown as Additions;

/** All that is read about cases begins so. */
export const CASEWORK_KEY = ['casework'];
