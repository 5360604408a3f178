import { BellOff, BellRing, ChartLine, Ellipsis, History, Link2, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import type { Status } from '../api/types';
import { useComposer } from '../compose/composer-context';
import { useSession } from '../session/session';
import { focusBeside } from '../shell/focus-beside';
import { MenuItem } from '../shell/menu-item';
import { useToast } from '../shell/toasts';
import type { OthersQuestion } from './others';
import { postPath } from './time-link';
import { useDelete } from './use-delete';
import { useStatusActions } from './use-status-actions';

const others = () => import('./others');
const OthersItems = lazy(async () => ({ default: (await others()).OthersItems }));
const OthersDialog = lazy(async () => ({ default: (await others()).OthersDialog }));
const QuoteMenu = lazy(async () => ({ default: (await import('../quote/quote-menu')).QuoteMenu }));
const HistoryDialog = lazy(async () => ({ default: (await import('./history-dialog')).HistoryDialog }));

/** What one does with a post less often. */
export function StatusMenu({ status, onDeleted }: { status: Status; onDeleted?: () => void }) {
  const { t } = useTranslation();
  const me = useSession();
  const navigate = useNavigate();
  const { open } = useComposer();
  const toast = useToast();
  const remove = useDelete();
  const { pin, muteThread } = useStatusActions(status);
  const toggle = useRef<HTMLButtonElement>(null);
  const [history, setHistory] = useState(false);
  const [question, setQuestion] = useState<OthersQuestion | null>(null);
  const mine = me !== null && me.id === status.account.id;

  const discard = (): void => {
    const post = toggle.current?.closest<HTMLElement>('article');
    focusBeside(post, 'article[data-post]', (other) => other.dataset['post'] === status.id);
    remove(status.id);
    onDeleted?.();
  };
  const share = async (): Promise<void> => {
    await navigator.clipboard.writeText(new URL(postPath(status), window.location.origin).href);
    toast({ text: t('post.linkCopied') });
  };

  return (
    <>
      <Dropdown align="end" className="post-menu">
        <Dropdown.Toggle
          ref={toggle}
          as="button"
          type="button"
          bsPrefix="icon-button"
          aria-label={t('post.moreActions')}
        >
          <Ellipsis size={19} aria-hidden="true" />
        </Dropdown.Toggle>
        <Dropdown.Menu renderOnMount={false}>
          <Suspense>
            <QuoteMenu status={status} />
          </Suspense>
          <MenuItem Icon={Link2} text={t('post.copyLink')} onClick={() => void share()} />
          {status.editedAt != null && (
            <MenuItem Icon={History} text={t('post.history')} onClick={() => setHistory(true)} />
          )}
          {me !== null && (
            <MenuItem
              Icon={status.muted === true ? BellRing : BellOff}
              text={status.muted === true ? t('post.unmuteThread') : t('post.muteThread')}
              onClick={() => void muteThread()}
            />
          )}
          {me !== null && !mine && (
            <Suspense>
              <OthersItems status={status} ask={setQuestion} />
            </Suspense>
          )}
          {mine && status.visibility !== 'direct' && (
            <MenuItem
              Icon={status.pinned === true ? PinOff : Pin}
              text={status.pinned === true ? t('post.unpin') : t('post.pin')}
              onClick={() => void pin()}
            />
          )}
          {mine && (
            <>
              <MenuItem Icon={ChartLine} text={t('nav.insights')} onClick={() => void navigate(`/insights/${status.id}`)} />
              <Dropdown.Divider />
              <MenuItem Icon={Pencil} text={t('post.edit')} onClick={() => open({ edit: status })} />
              <MenuItem Icon={Trash2} text={t('post.delete')} grave onClick={discard} />
            </>
          )}
        </Dropdown.Menu>
      </Dropdown>
      <Suspense>
        {history && <HistoryDialog status={status} onClose={() => setHistory(false)} />}
        {question !== null && (
          <OthersDialog status={status} question={question} onClose={() => setQuestion(null)} />
        )}
      </Suspense>
    </>
  );
}
