import { Mail, MailOpen, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Conversation, Status } from '../api/types';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { Avatar } from '../profile/avatar';
import { nameOf } from '../profile/names';
import { useMe } from '../session/session';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { focusBeside } from '../shell/focus-beside';
import { postPath } from '../status/time-link';
import { useConversationActions } from './use-conversation-actions';

const FACES = 2;

function wordsOf({ spoilerText, content }: Status): string {
  return spoilerText === ''
    ? (new DOMParser().parseFromString(content, 'text/html').body.textContent)
    : spoilerText;
}

/** Who writes to each other, and what was written last, which leads to all of it. */
export function ConversationCard({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const me = useMe();
  const place = useRef<HTMLElement>(null);
  const [deleting, setDeleting] = useState(false);
  const actions = useConversationActions(conversation);
  const { accounts, lastStatus, unread } = conversation;
  const names = format.list(accounts.map(nameOf));
  const label = unread ? t('conversations.unreadWith', { names }) : t('conversations.with', { names });
  const mark = unread ? t('conversations.read') : t('conversations.unread');
  return (
    <article ref={place} className={unread ? 'conversation unread' : 'conversation'} aria-label={label}>
      <span className="conversation-faces" aria-hidden="true">
        {accounts.slice(0, FACES).map((account) => (
          <Avatar key={account.id} account={account} size={accounts.length > 1 ? 32 : 46} />
        ))}
      </span>
      <div className="conversation-main">
        <header>
          {lastStatus == null ? (
            <bdi className="conversation-names">{names}</bdi>
          ) : (
            <Link to={postPath(lastStatus)} className="conversation-names" onClick={unread ? actions.read : undefined}>
              <bdi>{names}</bdi>
            </Link>
          )}
          {unread && <span className="conversation-dot" aria-hidden="true" />}
          {lastStatus != null && (
            <time className="quiet" dateTime={lastStatus.createdAt} title={format.full(lastStatus.createdAt)}>
              {format.short(lastStatus.createdAt)}
            </time>
          )}
        </header>
        {lastStatus != null && (
          <p className="quiet conversation-words">
            {lastStatus.account.id === me.id && <span>{t('conversations.you')} </span>}
            <bdi lang={lastStatus.language ?? undefined}>{wordsOf(lastStatus)}</bdi>
          </p>
        )}
      </div>
      <div className="conversation-actions">
        <button
          type="button"
          className="icon-button"
          aria-label={mark}
          title={mark}
          onClick={unread ? actions.read : actions.unread}
        >
          {unread ? <MailOpen size={18} aria-hidden="true" /> : <Mail size={18} aria-hidden="true" />}
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('conversations.delete')}
          title={t('conversations.delete')}
          onClick={() => setDeleting(true)}
        >
          <Trash2 size={18} aria-hidden="true" />
        </button>
      </div>
      {deleting && (
        <ConfirmDialog
          title={t('conversations.deleteTitle', { names })}
          text={t('conversations.deleteText')}
          action={t('conversations.delete')}
          onConfirm={() => {
            // The dialog gives the focus back as it goes, to the button that goes with the conversation.
            flushSync(() => setDeleting(false));
            focusBeside(place.current, '.conversation');
            actions.remove();
          }}
          onClose={() => setDeleting(false)}
        />
      )}
    </article>
  );
}
