import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Account } from '../api/types';
import { Failure } from '../error/failure';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { useMe } from '../session/session';
import { actsOnPeople, deletesData } from '../session/staff';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { CASEWORK_KEY, casework, type ErasableAccount } from './casework-api';
import { stageOf } from './erasure-stage';
import { useAct } from './use-act';

/** The deletion of all that a suspended account holds, for whoever may decide about it. */
export function ErasureSection({ of: target }: { of: Account }) {
  const me = useMe();
  return deletesData(me) && actsOnPeople(me) ? <Asked of={target} /> : null;
}

function Asked({ of: target }: { of: Account }) {
  const one = useQuery({
    queryKey: [...CASEWORK_KEY, 'account', target.id],
    queryFn: () => casework.admin.accounts.$select(target.id).fetch(),
  });
  if (one.isError) {
    return <Failure error={one.error} retry={() => void one.refetch()} />;
  }
  return one.data === undefined ? null : <Stage target={target} account={one.data} />;
}

function Stage({ target, account }: { target: Account; account: ErasableAccount }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const me = useMe();
  const { mutate, isPending } = useAct();
  const [confirming, setConfirming] = useState(false);
  const { erasedAt, erasureRequest: request } = account;
  const stage = stageOf(account, me.id);
  if (stage === 'none') {
    return null;
  }
  const one = casework.admin.accounts.$select(account.id);
  const action = stage === 'asked' ? t('erasure.agree') : t('erasure.delete');
  return (
    <section aria-labelledby="case-erasure">
      <h2 id="case-erasure">{t('erasure.title')}</h2>
      {erasedAt !== null && <p>{t('erasure.erased', { time: format.full(erasedAt) })}</p>}
      {stage !== 'erased' && request !== null && (
        <p className="moderation-standing">
          {t('erasure.waits', {
            name: `@${request.username}`,
            time: format.full(request.createdAt),
            end: format.full(request.expiresAt),
          })}
        </p>
      )}
      {stage !== 'erased' && (
        <div className="moderation-actions">
          {stage !== 'waiting' && (
            <button type="button" className="btn btn-danger" disabled={isPending} onClick={() => setConfirming(true)}>
              {action}
            </button>
          )}
          {request !== null && (
            <button
              type="button"
              className="btn btn-quiet"
              disabled={isPending}
              onClick={() => mutate(() => one.erasureRequest.remove())}
            >
              {t('erasure.withdraw')}
            </button>
          )}
        </div>
      )}
      {confirming && (
        <ConfirmDialog
          title={t('erasure.sure', { name: nameOf(target) })}
          text={t('erasure.text')}
          action={action}
          onConfirm={() => mutate(() => one.remove())}
          onClose={() => setConfirming(false)}
        />
      )}
    </section>
  );
}
