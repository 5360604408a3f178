import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ScheduledStatus } from '../api/types';
import { instantOf, isAhead, localTime, someTimeAhead } from '../compose/schedule';
import { SchedulePicker } from '../compose/schedule-picker';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { FormDialog } from '../shell/form-dialog';
import { visibilityView } from '../status/visibility';
import { useScheduledActions } from './use-scheduled-actions';

/** A post that waits for its time, and what its author does with it. */
export function ScheduledCard({ post }: { post: ScheduledStatus }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const actions = useScheduledActions(post);
  const [question, setQuestion] = useState<'time' | 'delete' | null>(null);
  const close = (): void => setQuestion(null);
  const { params, mediaAttachments, scheduledAt } = post;
  const { Icon, label } = visibilityView(params.visibility, t);
  return (
    <article className="scheduled" data-scheduled={post.id}>
      <header>
        <time dateTime={scheduledAt}>{format.full(scheduledAt)}</time>
        <span className="quiet" title={label}>
          <Icon size={14} role="img" aria-label={label} />
        </span>
      </header>
      {params.spoilerText != null && params.spoilerText !== '' && (
        <p className="fw-semibold" dir="auto">
          {params.spoilerText}
        </p>
      )}
      <p className="scheduled-text" dir="auto" lang={params.language ?? undefined}>
        {params.text}
      </p>
      {params.poll != null && (
        <ul className="scheduled-poll" aria-label={t('poll.title')}>
          {params.poll.options.map((option) => (
            <li key={option} dir="auto">
              {option}
            </li>
          ))}
        </ul>
      )}
      {mediaAttachments.length > 0 && (
        <div className="scheduled-images">
          {mediaAttachments.map(({ id, previewUrl, description }) => (
            <img key={id} src={previewUrl} alt={description ?? ''} loading="lazy" />
          ))}
        </div>
      )}
      <div className="scheduled-actions">
        <button type="button" className="btn btn-sm btn-quiet" disabled={actions.isPending} onClick={() => void actions.edit()}>
          {t('post.edit')}
        </button>
        <button type="button" className="btn btn-sm btn-quiet" disabled={actions.isPending} onClick={() => setQuestion('time')}>
          {t('schedule.change')}
        </button>
        <button type="button" className="btn btn-sm btn-quiet" disabled={actions.isPending} onClick={actions.publish}>
          {t('schedule.now')}
        </button>
        <button type="button" className="btn btn-sm btn-quiet" disabled={actions.isPending} onClick={() => setQuestion('delete')}>
          {t('post.delete')}
        </button>
      </div>
      {question === 'time' && <TimeDialog post={post} onTime={actions.move} onClose={close} />}
      {question === 'delete' && (
        <ConfirmDialog
          title={t('schedule.deleteTitle')}
          text={t('schedule.deleteText')}
          action={t('post.delete')}
          onConfirm={actions.remove}
          onClose={close}
        />
      )}
    </article>
  );
}

function TimeDialog({
  post,
  onTime,
  onClose,
}: {
  post: ScheduledStatus;
  onTime: (scheduledAt: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(LATER);
  const [time, setTime] = useState(() => {
    const now = localTime(Date.parse(post.scheduledAt));
    return isAhead(now) ? now : someTimeAhead();
  });
  return (
    <FormDialog title={t('schedule.change')} action={t('compose.save')} onSubmit={() => onTime(instantOf(time))} onClose={onClose}>
      <SchedulePicker time={time} onChange={setTime} />
    </FormDialog>
  );
}
