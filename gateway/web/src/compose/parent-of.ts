import { api } from '../api/client';
import { statusOf } from '../api/errors';
import type { Status } from '../api/types';

/** The post that something answers; undefined where it is no longer there. */
export async function parentOf(id: string | null | undefined): Promise<Status | undefined> {
  if (id == null) {
    return undefined;
  }
  try {
    return await api.v1.statuses.$select(id).fetch();
  } catch (error) {
    if (statusOf(error) === 404) {
      return undefined;
    }
    throw error;
  }
}
