import { api } from '../api/client';
import type { Status } from '../api/types';
import type { QuotePolicy } from './quote-policy';

/** What masto's types lack of the API; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  interactionPolicy: { update(params: { quoteApprovalPolicy: QuotePolicy }): Promise<Status> };
  quotes: { $select(id: string): { revoke(params?: undefined, meta?: object): Promise<Status> } };
}

function of(id: string): Additions {
  return api.v1.statuses.$select(id) as unknown as Additions;
}

/** Lets others quote one's post from now on. */
export function changePolicy(id: string, quoteApprovalPolicy: QuotePolicy): Promise<Status> {
  return of(id).interactionPolicy.update({ quoteApprovalPolicy });
}

/** Takes one's post out of another that quotes it. */
export function revokeQuote(id: string, quoting: string): Promise<Status> {
  return of(id).quotes.$select(quoting).revoke(undefined, { requestInit: { keepalive: true } });
}
