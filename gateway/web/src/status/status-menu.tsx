import { BellOff, BellRing, Ellipsis, History, Link2, Pencil, Pin, PinOff, ShieldBan, Trash2, VolumeX } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';

import type { Status } from '../api/types';
import { useComposer } from '../compose/composer-context';
import type { Silence } from '../relation/silence-dialog';
import { useSession } from '../session/session';
import { useToast } from '../shell/toasts';
import { postPath } from './time-link';
import { useDelete } from './use-delete';
import { useStatusActions } from './use-status-actions';

const SilenceDialog = lazy(async () => ({ default: (await import('../relation/silence-dialog')).SilenceDialog }));
const HistoryDialog = lazy(async () => ({ default: (await import('./history-dialog')).HistoryDialog }));

/** What one does with a post less often. */
export function StatusMenu({ status, onDeleted }: { status: Status; onDeleted?: () => void }) {
  const { t } = useTranslation();
  const me = useSession();
  const { open } = useComposer();
  const toast = useToast();
  const remove = useDelete();
  const { pin, muteThread } = useStatusActions(status);
  const [history, setHistory] = useState(false);
  const [silence, setSilence] = useState<Silence | null>(null);
  const mine = me !== null && me.id === status.account.id;

  const share = async (): Promise<void> => {
    await navigator.clipboard.writeText(new URL(postPath(status), window.location.origin).href);
    toast({ text: t('post.linkCopied') });
  };

  return (
    <>
      <Dropdown align="end" className="post-menu">
        <Dropdown.Toggle as="button" type="button" bsPrefix="icon-button" aria-label={t('post.moreActions')}>
          <Ellipsis size={19} aria-hidden="true" />
        </Dropdown.Toggle>
        <Dropdown.Menu renderOnMount={false}>
          <Dropdown.Item as="button" type="button" onClick={() => void share()}>
            <Link2 size={18} aria-hidden="true" />
            {t('post.copyLink')}
          </Dropdown.Item>
          {status.editedAt != null && (
            <Dropdown.Item as="button" type="button" onClick={() => setHistory(true)}>
              <History size={18} aria-hidden="true" />
              {t('post.history')}
            </Dropdown.Item>
          )}
          {me !== null && (
            <Dropdown.Item as="button" type="button" onClick={() => void muteThread()}>
              {status.muted === true ? (
                <BellRing size={18} aria-hidden="true" />
              ) : (
                <BellOff size={18} aria-hidden="true" />
              )}
              {status.muted === true ? t('post.unmuteThread') : t('post.muteThread')}
            </Dropdown.Item>
          )}
          {me !== null && !mine && (
            <>
              <Dropdown.Divider />
              <Dropdown.Item as="button" type="button" onClick={() => setSilence('mute')}>
                <VolumeX size={18} aria-hidden="true" />
                {t('relation.muteName', { name: status.account.acct })}
              </Dropdown.Item>
              <Dropdown.Item
                as="button"
                type="button"
                className="text-danger-emphasis"
                onClick={() => setSilence('block')}
              >
                <ShieldBan size={18} aria-hidden="true" />
                {t('relation.blockName', { name: status.account.acct })}
              </Dropdown.Item>
            </>
          )}
          {mine && (
            <>
              {status.visibility !== 'direct' && (
                <Dropdown.Item as="button" type="button" onClick={() => void pin()}>
                  {status.pinned === true ? (
                    <PinOff size={18} aria-hidden="true" />
                  ) : (
                    <Pin size={18} aria-hidden="true" />
                  )}
                  {status.pinned === true ? t('post.unpin') : t('post.pin')}
                </Dropdown.Item>
              )}
              <Dropdown.Divider />
              <Dropdown.Item as="button" type="button" onClick={() => open({ edit: status })}>
                <Pencil size={18} aria-hidden="true" />
                {t('post.edit')}
              </Dropdown.Item>
              <Dropdown.Item
                as="button"
                type="button"
                className="text-danger-emphasis"
                onClick={() => {
                  remove(status.id);
                  onDeleted?.();
                }}
              >
                <Trash2 size={18} aria-hidden="true" />
                {t('post.delete')}
              </Dropdown.Item>
            </>
          )}
        </Dropdown.Menu>
      </Dropdown>
      <Suspense>
        {history && <HistoryDialog status={status} onClose={() => setHistory(false)} />}
        {silence !== null && (
          <SilenceDialog account={status.account} kind={silence} onClose={() => setSilence(null)} />
        )}
      </Suspense>
    </>
  );
}
