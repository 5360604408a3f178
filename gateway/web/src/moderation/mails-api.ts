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

/** A kind of mail, by what such a mail is called in the language that was asked for. */
export interface MailKind {
  kind: string;
  subject: string;
}

/** A mail about things that never happened. */
export interface SampleMail extends MailKind {
  locale: string;
  html: string;
  text: string;
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  admin: {
    mailBudget: { fetch(): Promise<MailBudget> };
    mails: {
      list(params: { locale: string }): Promise<MailKind[]>;
      $select(kind: string): { fetch(params: { locale: string }): Promise<SampleMail> };
    };
  };
}

export const { mailBudget, mails } = (api.v1 as unknown as Additions).admin;
