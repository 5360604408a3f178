import { AtSign, BellOff, Ellipsis, Languages, Link2, NotebookPen, Repeat2, ShieldBan, UserMinus, Volume2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';

import type { Account, Relationship } from '../api/types';
import { useComposer } from '../compose/composer-context';
import { profilePath } from '../shell/nav-items';
import { useToast } from '../shell/toasts';
import { nameOf } from '../profile/names';
import { useRelationActions } from './use-relation-actions';

const ConfirmDialog = lazy(async () => ({ default: (await import('../shell/confirm-dialog')).ConfirmDialog }));
const LanguagesDialog = lazy(async () => ({ default: (await import('./languages-dialog')).LanguagesDialog }));
const NoteDialog = lazy(async () => ({ default: (await import('./note-dialog')).NoteDialog }));
const SilenceDialog = lazy(async () => ({ default: (await import('./silence-dialog')).SilenceDialog }));

type Question = 'languages' | 'note' | 'mute' | 'block' | 'remove';

/** What one does about a person, beyond following them. */
export function PersonMenu({ account, relationship }: { account: Account; relationship: Relationship }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { open } = useComposer();
  const actions = useRelationActions(account);
  const [question, setQuestion] = useState<Question | null>(null);
  const close = (): void => setQuestion(null);
  const name = { name: nameOf(account) };

  const share = async (): Promise<void> => {
    await navigator.clipboard.writeText(new URL(profilePath(account), window.location.origin).href);
    toast({ text: t('post.linkCopied') });
  };

  return (
    <>
      <Dropdown align="end" className="person-menu">
        <Dropdown.Toggle
          as="button"
          type="button"
          bsPrefix="icon-button outlined"
          aria-label={t('relation.menu', name)}
          title={t('relation.menu', name)}
        >
          <Ellipsis size={20} aria-hidden="true" />
        </Dropdown.Toggle>
        <Dropdown.Menu renderOnMount={false}>
          <Dropdown.Item as="button" type="button" onClick={() => open({ text: `@${account.acct} ` })}>
            <AtSign size={18} aria-hidden="true" />
            {t('relation.mention')}
          </Dropdown.Item>
          <Dropdown.Item as="button" type="button" onClick={() => void share()}>
            <Link2 size={18} aria-hidden="true" />
            {t('post.copyLink')}
          </Dropdown.Item>
          <Dropdown.Item as="button" type="button" onClick={() => setQuestion('note')}>
            <NotebookPen size={18} aria-hidden="true" />
            {t('relation.note')}
          </Dropdown.Item>
          {relationship.following && (
            <>
              <Dropdown.Divider />
              <Dropdown.Item
                as="button"
                type="button"
                onClick={() => actions.followWith({ reblogs: !relationship.showingReblogs })}
              >
                <Repeat2 size={18} aria-hidden="true" />
                {relationship.showingReblogs ? t('relation.hideBoosts') : t('relation.showBoosts')}
              </Dropdown.Item>
              <Dropdown.Item as="button" type="button" onClick={() => setQuestion('languages')}>
                <Languages size={18} aria-hidden="true" />
                {t('relation.languages')}
              </Dropdown.Item>
            </>
          )}
          <Dropdown.Divider />
          {relationship.followedBy && (
            <Dropdown.Item as="button" type="button" onClick={() => setQuestion('remove')}>
              <UserMinus size={18} aria-hidden="true" />
              {t('relation.remove')}
            </Dropdown.Item>
          )}
          {relationship.muting ? (
            <Dropdown.Item as="button" type="button" onClick={actions.unmute}>
              <Volume2 size={18} aria-hidden="true" />
              {t('relation.unmute')}
            </Dropdown.Item>
          ) : (
            <Dropdown.Item as="button" type="button" onClick={() => setQuestion('mute')}>
              <BellOff size={18} aria-hidden="true" />
              {t('relation.muteMenu')}
            </Dropdown.Item>
          )}
          {relationship.blocking ? (
            <Dropdown.Item as="button" type="button" onClick={actions.unblock}>
              <ShieldBan size={18} aria-hidden="true" />
              {t('relation.unblock')}
            </Dropdown.Item>
          ) : (
            <Dropdown.Item
              as="button"
              type="button"
              className="text-danger-emphasis"
              onClick={() => setQuestion('block')}
            >
              <ShieldBan size={18} aria-hidden="true" />
              {t('relation.blockMenu')}
            </Dropdown.Item>
          )}
        </Dropdown.Menu>
      </Dropdown>
      <Suspense>
        {question === 'languages' && (
          <LanguagesDialog
            account={account}
            chosen={relationship.languages ?? []}
            actions={actions}
            onClose={close}
          />
        )}
        {question === 'note' && (
          <NoteDialog account={account} note={relationship.note ?? ''} actions={actions} onClose={close} />
        )}
        {(question === 'mute' || question === 'block') && (
          <SilenceDialog account={account} kind={question} onClose={close} />
        )}
        {question === 'remove' && (
          <ConfirmDialog
            title={t('relation.removeTitle', name)}
            text={t('relation.removeText')}
            action={t('relation.remove')}
            onConfirm={actions.removeFollower}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}
