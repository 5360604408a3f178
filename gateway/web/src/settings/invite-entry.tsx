import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { useAct } from '../moderation/use-act';

/** By this people sign up where others wait for a moderator, or cannot. */
export interface Invite {
  id: string;
  accountId: string;
  url: string;
  maxUses: number | null;
  uses: number;
  expiresAt: string | null;
  open: boolean;
}

/**
 * An invitation, which can be revoked while it is open.
 *
 * @param of the key of the list that it stands in
 * @param actions what else can be done with it while it is open
 */
export function InviteEntry({
  invite: { id, url, maxUses, uses, expiresAt, open },
  of,
  from,
  actions,
  revoke,
}: {
  invite: Invite;
  of: string[];
  from?: ReactNode;
  actions?: ReactNode;
  revoke: (id: string) => Promise<unknown>;
}) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const { mutate, isPending } = useAct(of);
  return (
    <article className="moderation-entry">
      {from}
      <p>
        <bdi dir="ltr">{url}</bdi>
      </p>
      <p className="quiet">
        {maxUses === null ? t('invites.came', { count: uses }) : t('invites.cameOf', { count: uses, most: maxUses })}
      </p>
      {!open && <p className="moderation-lifted">{t('invites.over')}</p>}
      {open && expiresAt !== null && <p className="quiet">{t('strikes.endsAt', { time: format.full(expiresAt) })}</p>}
      {open && (
        <div className="moderation-actions">
          {actions}
          <button
            type="button"
            className="btn btn-sm btn-quiet"
            disabled={isPending}
            onClick={() => mutate(() => revoke(id))}
          >
            {t('invites.revoke')}
          </button>
        </div>
      )}
    </article>
  );
}
