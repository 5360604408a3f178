import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Poll, Status } from '../api/types';
import { useFormat } from '../i18n/format';
import { useSession } from '../session/session';
import { PollBallot } from './poll-ballot';
import { PollResults } from './poll-results';
import './poll.scss';

/** What a post asks: one votes, and then sees how it stands. */
export function PollView({ status, poll }: { status: Status; poll: Poll }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useSession();
  const [looking, setLooking] = useState(false);
  const open = me !== null && !poll.expired && poll.voted !== true;
  return (
    <div className="poll">
      {open && !looking ? <PollBallot status={status} poll={poll} /> : <PollResults poll={poll} />}
      <p className="poll-foot quiet">
        <span>
          {t('poll.votes', { count: poll.votesCount })} ·{' '}
          {poll.expired || poll.expiresAt == null
            ? t('poll.closed')
            : t('poll.ends', { when: format.until(poll.expiresAt) })}
        </span>
        {open && (
          <button type="button" className="btn btn-link btn-sm" onClick={() => setLooking(!looking)}>
            {looking ? t('poll.back') : t('poll.look')}
          </button>
        )}
      </p>
    </div>
  );
}
