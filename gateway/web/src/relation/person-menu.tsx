import { AtSign, Ellipsis, Languages, Link2, ListPlus, Mail, NotebookPen, Pin, PinOff, Repeat2, ShieldBan, UserMinus, Volume2, VolumeX } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';

import type { Account, Relationship } from '../api/types';
import { useComposer } from '../compose/composer-context';
import { LATER } from '../i18n/i18n';
import { ReportItem } from '../report/report-item';
import { MenuItem } from '../shell/menu-item';
import { profilePath } from '../shell/nav-items';
import { useToast } from '../shell/toasts';
import { nameOf } from '../profile/names';
import { useRelationActions } from './use-relation-actions';

const ConfirmDialog = lazy(async () => ({ default: (await import('../shell/confirm-dialog')).ConfirmDialog }));
const LanguagesDialog = lazy(async () => ({ default: (await import('./languages-dialog')).LanguagesDialog }));
const PersonListsDialog = lazy(async () => ({
  default: (await import('../lists/person-lists-dialog')).PersonListsDialog,
}));
const ReportDialog = lazy(async () => ({ default: (await import('../report/report-dialog')).ReportDialog }));
const NoteDialog = lazy(async () => ({ default: (await import('./note-dialog')).NoteDialog }));
const SilenceDialog = lazy(async () => ({ default: (await import('./silence-dialog')).SilenceDialog }));

type Question = 'languages' | 'lists' | 'note' | 'mute' | 'block' | 'remove' | 'report';

/** What one does about a person, beyond following them. */
export function PersonMenu({ account, relationship }: { account: Account; relationship: Relationship }) {
  const { t } = useTranslation(LATER);
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

  const endorse = (): void => {
    const on = !relationship.endorsed;
    actions.endorse(on, on ? t('relation.endorsedDone', name) : t('relation.unendorsedDone', name));
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
          <MenuItem Icon={AtSign} text={t('relation.mention')} onClick={() => open({ text: `@${account.acct} ` })} />
          <MenuItem
            Icon={Mail}
            text={t('relation.writeTo')}
            onClick={() => open({ text: `@${account.acct} `, visibility: 'direct' })}
          />
          <MenuItem Icon={Link2} text={t('post.copyLink')} onClick={() => void share()} />
          <MenuItem Icon={NotebookPen} text={t('relation.note')} onClick={() => setQuestion('note')} />
          {relationship.following && (
            <>
              <Dropdown.Divider />
              <MenuItem Icon={ListPlus} text={t('lists.menu')} onClick={() => setQuestion('lists')} />
              <MenuItem
                Icon={relationship.endorsed ? PinOff : Pin}
                text={relationship.endorsed ? t('relation.unendorse') : t('relation.endorse')}
                onClick={endorse}
              />
              <MenuItem
                Icon={Repeat2}
                text={relationship.showingReblogs ? t('relation.hideBoosts') : t('relation.showBoosts')}
                onClick={() => actions.followWith({ reblogs: !relationship.showingReblogs })}
              />
              <MenuItem Icon={Languages} text={t('relation.languages')} onClick={() => setQuestion('languages')} />
            </>
          )}
          <Dropdown.Divider />
          {relationship.followedBy && (
            <MenuItem Icon={UserMinus} text={t('relation.remove')} onClick={() => setQuestion('remove')} />
          )}
          {relationship.muting ? (
            <MenuItem Icon={Volume2} text={t('relation.unmute')} onClick={actions.unmute} />
          ) : (
            <MenuItem Icon={VolumeX} text={t('relation.muteMenu')} onClick={() => setQuestion('mute')} />
          )}
          {relationship.blocking ? (
            <MenuItem Icon={ShieldBan} text={t('relation.unblock')} onClick={actions.unblock} />
          ) : (
            <MenuItem Icon={ShieldBan} text={t('relation.blockMenu')} grave onClick={() => setQuestion('block')} />
          )}
          <ReportItem account={account} onClick={() => setQuestion('report')} />
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
        {question === 'lists' && <PersonListsDialog account={account} onClose={close} />}
        {question === 'report' && <ReportDialog account={account} onClose={close} />}
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
