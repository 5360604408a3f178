import { useTranslation } from 'react-i18next';

import type { Poll } from '../api/types';
import './poll.scss';

/** How a poll stands. */
export function PollView({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  const voters = Math.max(1, poll.votersCount ?? poll.votesCount);
  return (
    <div className="poll">
      <ul>
        {poll.options.map((option) => {
          const share = (option.votesCount ?? 0) / voters;
          return (
            <li key={option.title}>
              <span>
                <bdi>{option.title}</bdi>
                <strong>{new Intl.NumberFormat(undefined, { style: 'percent' }).format(share)}</strong>
              </span>
              <progress max={1} value={share} aria-label={option.title} />
            </li>
          );
        })}
      </ul>
      <p className="quiet">
        {t('poll.votes', { count: poll.votesCount })}
        {poll.expired && <> · {t('poll.closed')}</>}
      </p>
    </div>
  );
}
