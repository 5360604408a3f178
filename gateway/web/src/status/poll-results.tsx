import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Poll } from '../api/types';
import { useFormat } from '../i18n/format';
import { sharesOf } from './poll-shares';

/** How a poll stands, and what one voted oneself. */
export function PollResults({ poll }: { poll: Poll }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shares = sharesOf(poll);
  const most = Math.max(...(shares ?? []));
  return (
    <>
      <ul className="poll-results">
        {poll.options.map(({ title }, position) => {
          const share = shares?.[position];
          return (
            <li key={title} className={share !== undefined && share > 0 && share === most ? 'leading' : undefined}>
              {share !== undefined && <span className="poll-bar" style={{ width: `${share * 100}%` }} />}
              <span className="poll-option" dir="auto">
                {title}
                {poll.ownVotes?.includes(position) === true && (
                  <CircleCheck size={16} role="img" aria-label={t('poll.yours')} />
                )}
              </span>
              {share !== undefined && <strong>{format.percent(share)}</strong>}
            </li>
          );
        })}
      </ul>
      {shares === null && <p className="quiet">{t('poll.hidden')}</p>}
    </>
  );
}
