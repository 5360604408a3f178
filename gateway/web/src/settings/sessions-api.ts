import { api } from '../api/client';

/** A browser that is signed in to the account. */
export interface OpenSession {
  id: string;
  device: string | null;
  ip: string | null;
  createdAt: string;
  lastUsedAt: string;
  /** Whether it is this one. */
  current: boolean;
}

/** An app that may act for the person. */
export interface AuthorizedApp {
  id: string;
  name: string;
  website: string | null;
  createdAt: string;
}

interface Resource {
  remove(): Promise<unknown>;
}

interface Collection<T> {
  list(): Promise<T[]>;
  $select(id: string): Resource;
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  sessions: Collection<OpenSession> & Resource;
  authorizedApps: Collection<AuthorizedApp>;
}

export const { sessions, authorizedApps } = api.v1 as unknown as Additions;
