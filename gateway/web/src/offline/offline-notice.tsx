import { useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useComposer } from '../compose/composer-context';
import { useToast } from '../shell/toasts';
import { turned } from '../status/flags';
import { changeStatus } from '../status/status-cache';
import './offline.scss';
import { useOnline } from './reachable';
import { useReturn, useWaiting, WAITING_KEY } from './use-waiting';
import { takeBack, tryAgain, type WaitingDeed, type WaitingFlag } from './waiting';

/** Says that what is shown was seen last, and shows what waits for the server. */
export function OfflineNotice() {
  const { t } = useTranslation();
  const online = useOnline();
  const deeds = useWaiting();
  useReturn(deeds);
  return (
    <>
      <div role="status">
        {!online && (
          <p className="offline-notice">
            <CloudOff size={18} aria-hidden="true" />
            {t('offline.notice')}
          </p>
        )}
      </div>
      {deeds.length > 0 && (
        <section className="offline-waiting" aria-label={t('offline.waiting')}>
          <h2>{t('offline.waitingCount', { count: deeds.length })}</h2>
          <ul>
            {deeds.map((deed) => (
              <Waiting key={deed.id} deed={deed} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Waiting({ deed }: { deed: WaitingDeed }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { open } = useComposer();
  const toast = useToast();
  const describe = useDescription();
  const { problem } = deed;

  const undo = async (): Promise<void> => {
    if (!(await takeBack(deed))) {
      toast({ text: t('offline.tooLate') });
    } else if (deed.kind === 'post') {
      open({ replyTo: deed.replyTo, draft: deed.draft });
    } else {
      changeStatus(queries, deed.statusId, (it) => turned(it, deed.flag, !deed.on));
    }
    await queries.invalidateQueries({ queryKey: WAITING_KEY });
  };
  const again = async (): Promise<void> => {
    await tryAgain(deed);
    await queries.invalidateQueries({ queryKey: WAITING_KEY });
  };
  return (
    <li>
      <p dir="auto" className="offline-deed">
        {deed.kind === 'post' ? deed.draft.text || t('offline.pictures') : describe(deed)}
      </p>
      {problem !== undefined && (
        <p className="offline-problem" role="alert">
          {problem === 'unsure' ? t('offline.unsure') : problem.reason || t('compose.failed')}
        </p>
      )}
      <div className="offline-deeds">
        {problem !== undefined && (
          <button type="button" className="btn btn-quiet btn-sm" onClick={() => void again()}>
            {t('error.retry')}
          </button>
        )}
        <button type="button" className="btn btn-quiet btn-sm" onClick={() => void undo()}>
          {t('offline.takeBack')}
        </button>
      </div>
    </li>
  );
}

function useDescription(): (deed: WaitingFlag) => string {
  const { t } = useTranslation();
  return ({ flag, on, author: name }) => {
    switch (flag) {
      case 'reblogged':
        return on ? t('offline.boost', { name }) : t('offline.noBoost', { name });
      case 'bookmarked':
        return on ? t('offline.bookmark', { name }) : t('offline.noBookmark', { name });
      default:
        return on ? t('offline.favourite', { name }) : t('offline.noFavourite', { name });
    }
  };
}
