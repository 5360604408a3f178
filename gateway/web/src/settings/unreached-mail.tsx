import { useQuery } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { LATER } from '../i18n/i18n';
import { SECURITY } from '../session/session';

/** Why mails do not arrive, in the words of the API. */
export type SuppressionReason = 'hard_bounce' | 'spam_complaint' | 'manual' | 'refused';

/** Which mails do not: what concerns oneself, or announcements. */
export type SuppressedStream = 'transactional' | 'broadcast';

/** That mails do not reach an address. */
export interface Suppression {
  stream: SuppressedStream;
  reason: SuppressionReason;
  since: string;
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  mail: { suppressions: { list(): Promise<Suppression[]> } };
}

const { mail } = api.v1 as unknown as Additions;

export const REASON_TEXTS = {
  hard_bounce: 'unreached.reasons.bounce',
  spam_complaint: 'unreached.reasons.complaint',
  manual: 'unreached.reasons.manual',
  refused: 'unreached.reasons.refused',
} as const satisfies Record<SuppressionReason, string>;

export const STREAM_TEXTS = {
  transactional: 'unreached.streams.transactional',
  broadcast: 'unreached.streams.broadcast',
} as const satisfies Record<SuppressedStream, string>;

/** Tells people whom mails do not reach, and shows nothing to others. */
export function UnreachedMail() {
  const { t } = useTranslation(LATER);
  const id = useId();
  const { data = [] } = useQuery({ queryKey: ['mail-suppressions'], queryFn: async () => mail.suppressions.list() });
  if (data.length === 0) {
    return null;
  }
  return (
    <section className="settings-group unreached-mail" aria-labelledby={id}>
      <h2 id={id}>
        <MailX size={20} aria-hidden="true" /> {t('unreached.own')}
      </h2>
      <ul>
        {data.map(({ stream, reason }) => (
          <li key={stream}>
            {t(STREAM_TEXTS[stream])}: {t(REASON_TEXTS[reason])}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t('unreached.ownText')} <a href={`${SECURITY}#change-email`}>{t('settings.email')}</a>
      </p>
    </section>
  );
}
