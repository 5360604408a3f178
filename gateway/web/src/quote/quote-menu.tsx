import { useQueryClient } from '@tanstack/react-query';
import { Check, MessageSquareQuote, MessageSquareX, Users } from 'lucide-react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import type { Status } from '../api/types';
import { useComposer } from '../compose/composer-context';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { useSession } from '../session/session';
import { unlessTakenBack } from '../shell/deferred';
import { MenuItem } from '../shell/menu-item';
import { useToast } from '../shell/toasts';
import { changeStatus } from '../status/status-cache';
import { postPath } from '../status/time-link';
import { changePolicy, revokeQuote } from './change-quotes';
import { isQuotable, mayQuote, POLICIES, policyLabel, policyOf, type QuotePolicy } from './quote-policy';

/** What one does with quotes of a post, in its menu. */
export function QuoteMenu({ status }: { status: Status }) {
  const { t } = useTranslation(LATER);
  const me = useSession();
  const navigate = useNavigate();
  const { open } = useComposer();
  const revoke = useRevocation(status);
  const decide = useDecision(status);
  const quoted = status.quote != null && 'quotedStatus' in status.quote ? status.quote.quotedStatus : null;
  const mine = me !== null && me.id === status.account.id;
  return (
    <>
      {me !== null && (
        <Dropdown.Item
          as="button"
          type="button"
          disabled={!mayQuote(status)}
          onClick={() => open({ quoting: status })}
        >
          <MessageSquareQuote size={18} aria-hidden="true" />
          {mayQuote(status)
            ? t('quote.action')
            : policyOf(status) === 'followers'
              ? t('quote.followersOnly')
              : t('quote.denied')}
        </Dropdown.Item>
      )}
      {me !== null && status.quotesCount > 0 && (
        <MenuItem Icon={Users} text={t('quote.who')} onClick={() => void navigate(`${postPath(status)}/quotes`)} />
      )}
      {me !== null && quoted != null && quoted.account.id === me.id && status.quote?.state === 'accepted' && (
        <MenuItem Icon={MessageSquareX} text={t('quote.revoke')} grave onClick={() => revoke(quoted.id)} />
      )}
      {mine && isQuotable(status) && (
        <>
          <Dropdown.Header>{t('quote.policy')}</Dropdown.Header>
          {POLICIES.map((policy) => {
            const chosen = policyOf(status) === policy;
            return (
              <Dropdown.Item
                key={policy}
                as="button"
                type="button"
                aria-pressed={chosen}
                onClick={() => void decide(policy)}
              >
                <Check size={18} aria-hidden="true" className={chosen ? undefined : 'invisible'} />
                {policyLabel(policy, t)}
              </Dropdown.Item>
            );
          })}
          <Dropdown.Divider />
        </>
      )}
    </>
  );
}

/** Takes one's post out of another at once on the page, and on the server when that has not been undone. */
function useRevocation(status: Status): (quoted: string) => void {
  const queries = useQueryClient();
  const { t } = useTranslation(LATER);
  const toast = useToast();
  const tellFailure = useFailureToast();
  return (quoted) => {
    const putBack = (): void => changeStatus(queries, status.id, (it) => ({ ...it, quote: status.quote ?? null }));
    const takeBack = unlessTakenBack(() => {
      revokeQuote(quoted, status.id).then(
        () => void queries.invalidateQueries({ queryKey: ['timeline', 'quotes', quoted] }),
        (error: unknown) => {
          tellFailure(error);
          putBack();
        },
      );
    });
    changeStatus(queries, status.id, (it) => ({ ...it, quote: { state: 'revoked', quotedStatus: null } }));
    toast({
      text: t('quote.revokedDone'),
      action: {
        label: t('common.undo'),
        run: () => {
          takeBack();
          putBack();
        },
      },
    });
  };
}

function useDecision(status: Status): (policy: QuotePolicy) => Promise<void> {
  const queries = useQueryClient();
  const { t } = useTranslation(LATER);
  const toast = useToast();
  const tellFailure = useFailureToast();
  return async (policy) => {
    try {
      const { quoteApproval } = await changePolicy(status.id, policy);
      changeStatus(queries, status.id, (it) => ({ ...it, quoteApproval }));
      toast({ text: t('quote.policyDone') });
    } catch (error) {
      tellFailure(error);
    }
  };
}
