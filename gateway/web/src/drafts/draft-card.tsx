import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';

import { useComposer } from '../compose/composer-context';
import { draftKey, keepDraft } from '../compose/draft';
import { parentOf } from '../compose/parent-of';
import { refusalText } from '../compose/schedule-refusals';
import { draftToGoOnWith } from '../compose/sent-drafts';
import { useFailureToast } from '../error/failure-toast';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { useMe } from '../session/session';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { focusBeside } from '../shell/focus-beside';
import { useToast } from '../shell/toasts';
import { deleteKept, draftOfKept, type KeptDraft } from './kept-drafts';
import { note, noteOf } from './kept-notes';

/** Something that one has begun to write. */
export function DraftCard({ kept }: { kept: KeptDraft }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const me = useMe();
  const { open } = useComposer();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const place = useRef<HTMLElement>(null);
  const [deleting, setDeleting] = useState(false);
  const { params, mediaAttachments, updatedAt, reason, reasonCode, id } = kept;

  const goOn = useMutation({
    mutationFn: () => parentOf(params.inReplyToId),
    onSuccess: (replyTo) => {
      const request = { kept: { id }, replyTo };
      const key = draftKey(me.id, request);
      // What is only in this browser yet is newer than what the server has.
      if (noteOf(key)?.ahead !== true || draftToGoOnWith(key) === null) {
        note(key, { id, version: kept.version, ahead: false });
        keepDraft(key, draftOfKept(kept, me.source.privacy ?? 'public'));
      }
      open(request);
    },
    onError: (error) => tellFailure(error),
  });
  const remove = useMutation({
    mutationFn: () => deleteKept(id),
    onMutate: () => focusBeside(place.current, '[data-draft]'),
    onSuccess: () => toast({ text: t('drafts.deleted') }),
    onError: (error) => tellFailure(error),
  });

  return (
    <article ref={place} className="scheduled" data-draft={id}>
      <header>
        <span className="quiet">
          <time dateTime={updatedAt} title={format.full(updatedAt)}>
            {format.ago(updatedAt)}
          </time>
        </span>
      </header>
      {reason !== null && (
        <p className="scheduled-refusal">{t('schedule.refused', { reason: refusalText(reasonCode, t) })}</p>
      )}
      {params.spoilerText !== null && (
        <p className="fw-semibold" dir="auto">
          {params.spoilerText}
        </p>
      )}
      <p className="scheduled-text" dir="auto" lang={params.language ?? undefined}>
        {params.text}
      </p>
      {params.poll !== null && (
        <ul className="scheduled-poll" aria-label={t('poll.title')}>
          {params.poll.options.map((option, index) => (
            <li key={index} dir="auto">
              {option}
            </li>
          ))}
        </ul>
      )}
      {mediaAttachments.length > 0 && (
        <div className="scheduled-images">
          {mediaAttachments.map((image) => (
            <img key={image.id} src={image.previewUrl} alt={image.description ?? ''} loading="lazy" />
          ))}
        </div>
      )}
      <div className="scheduled-actions">
        <button type="button" className="btn btn-sm btn-quiet" disabled={goOn.isPending} onClick={() => goOn.mutate()}>
          {t('drafts.goOn')}
        </button>
        <button type="button" className="btn btn-sm btn-quiet" disabled={remove.isPending} onClick={() => setDeleting(true)}>
          {t('post.delete')}
        </button>
      </div>
      {deleting && (
        <ConfirmDialog
          title={t('drafts.deleteTitle')}
          text={t('drafts.deleteText')}
          action={t('post.delete')}
          onConfirm={() => {
            // The dialog gives the focus back as it goes, to the button that goes with the draft.
            flushSync(() => setDeleting(false));
            remove.mutate();
          }}
          onClose={() => setDeleting(false)}
        />
      )}
    </article>
  );
}
