import type { TFunction } from 'i18next';

import type { Status } from '../api/types';

/** Who may quote a post besides its author. */
export type QuotePolicy = 'public' | 'followers' | 'nobody';

export const POLICIES: readonly QuotePolicy[] = ['public', 'followers', 'nobody'];

/** A post, perhaps one that was seen before posts said so. */
type Approved = Partial<Pick<Status, 'quoteApproval'>>;

/** What the author of a post has decided. */
export function policyOf({ quoteApproval }: Approved): QuotePolicy {
  const allowed: readonly string[] = quoteApproval?.automatic ?? [];
  return POLICIES.find((policy) => allowed.includes(policy)) ?? 'nobody';
}

/** Whether others than its author may quote a post at all: not what only some may see. */
export function isQuotable({ visibility }: Pick<Status, 'visibility'>): boolean {
  return visibility === 'public' || visibility === 'unlisted';
}

/** Whether the reader may quote a post. */
export function mayQuote({ quoteApproval }: Approved): boolean {
  return quoteApproval?.currentUser === 'automatic';
}

/** A decision in words. */
export function policyLabel(policy: QuotePolicy, t: TFunction): string {
  switch (policy) {
    case 'public':
      return t('quote.policies.public');
    case 'followers':
      return t('quote.policies.followers');
    case 'nobody':
      return t('quote.policies.nobody');
  }
}
