import { Ellipsis, History, Link2, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';

import type { Status } from '../api/types';
import { useComposer } from '../compose/composer-context';
import { useSession } from '../session/session';
import { useToast } from '../shell/toasts';
import { postPath } from './time-link';
import { useDelete } from './use-delete';

const HistoryDialog = lazy(async () => ({ default: (await import('./history-dialog')).HistoryDialog }));

/** What one does with a post less often. */
export function StatusMenu({ status, onDeleted }: { status: Status; onDeleted?: () => void }) {
  const { t } = useTranslation();
  const me = useSession();
  const { open } = useComposer();
  const toast = useToast();
  const remove = useDelete();
  const [history, setHistory] = useState(false);
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
          {mine && (
            <>
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
      {history && (
        <Suspense>
          <HistoryDialog status={status} onClose={() => setHistory(false)} />
        </Suspense>
      )}
    </>
  );
}
