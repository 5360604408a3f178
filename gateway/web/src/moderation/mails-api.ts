import { api } from '../api/client';

/** How much is left of the mails that the server may send in 24 hours. */
export interface MailBudget {
  /** Null for any number. */
  limit: number | null;
  sent: number;
  sentLastHour: number;
  waiting: number;
  forecast: number;
  level: 'ample' | 'low' | 'spent';
  spentAt: string | null;
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  admin: {
    mailBudget: { fetch(): Promise<MailBudget> };
  };
}

export const { mailBudget } = (api.v1 as unknown as Additions).admin;
