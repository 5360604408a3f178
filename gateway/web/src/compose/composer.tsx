import { type FormEvent, type KeyboardEvent, lazy, Suspense, useId, useRef, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { reasonOf, statusOf } from '../api/errors';
import { nameOf } from '../profile/names';
import { Loading } from '../shell/loading';
import { RichText } from '../status/rich-text';
import { Completions } from './completions';
import type { ComposeRequest } from './composer-context';
import './composer.scss';
import { CharactersLeft } from './characters-left';
import { ComposerTools } from './composer-tools';
import { isBlank } from './count';
import { ImageList } from './image-list';
import { isComplete } from './poll-draft';
import { isAhead } from './schedule';
import { refusalIn } from './schedule-refusals';
import { SchedulePicker } from './schedule-picker';
import { PollEditor } from './poll-editor';
import { useCompletion } from './use-completion';
import { useDraft } from './use-draft';
import { useImageDrop } from './use-image-drop';
import { useImages } from './use-images';
import { useLimits } from './use-limits';
import { usePublish } from './use-publish';

const QuotedPost = lazy(async () => ({ default: (await import('../quote/quoted-post')).QuotedPost }));
const Preview = lazy(async () => ({ default: (await import('./preview')).Preview }));

/** Where posts are written. */
export function Composer({
  request,
  onDone,
  autoFocus = false,
}: {
  request: ComposeRequest;
  onDone: () => void;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { key, draft, change, keeping } = useDraft(request);
  const images = useImages(draft.media, (next) => change((now) => ({ ...now, media: next(now.media) })));
  const quotes = draft.quotedId !== null || request.edit?.quote != null;
  const { dragged, dropProps, onPaste } = useImageDrop(
    draft.poll === null && request.edit?.poll == null && !quotes,
    images.add,
  );
  const limit = useLimits();
  const text = useRef<HTMLTextAreaElement>(null);
  const completion = useCompletion(text, (next) => change({ text: next }));
  const [previewing, setPreviewing] = useState(false);
  const { publish, isPending, error } = usePublish(request, key, onDone);

  const warning = draft.warned ? draft.warning : '';
  const left = limit.left(draft.text, warning);
  const tooLarge = limit.isTooLarge(draft.text, warning);
  const empty = isBlank(draft.text) && draft.media.length === 0 && !quotes;
  const asksInVain = draft.poll !== null && !isComplete(draft.poll);
  const tooSoon = draft.scheduledFor !== null && !isAhead(draft.scheduledFor);
  const blocked = empty || asksInVain || tooSoon || left < 0 || tooLarge || images.uploading > 0 || isPending;

  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (!blocked) {
      publish(draft);
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      submit();
    }
  };

  return (
    <form
      className={dragged ? 'composer dragged' : 'composer'}
      onSubmit={submit}
      onKeyDown={press}
      {...dropProps}
    >
      {request.replyTo !== undefined && (
        <blockquote className="composer-parent">
          <p className="quiet">{t('compose.replyingTo', { name: nameOf(request.replyTo.account) })}</p>
          <RichText html={request.replyTo.content} lang={request.replyTo.language} />
        </blockquote>
      )}
      {draft.warned && (
        <input
          className="form-control"
          aria-label={t('compose.warning')}
          placeholder={t('compose.warningPlaceholder')}
          value={draft.warning}
          onChange={(event) => change({ warning: event.target.value })}
        />
      )}
      <div className="composer-views" role="group" aria-label={t('compose.mode')}>
        <button type="button" aria-pressed={!previewing} onClick={() => setPreviewing(false)}>
          {t('compose.write')}
        </button>
        <button type="button" aria-pressed={previewing} onClick={() => setPreviewing(true)} disabled={empty}>
          {t('compose.preview')}
        </button>
      </div>
      <div className="composer-text">
        <textarea
          ref={text}
          hidden={previewing}
          className="form-control"
          dir="auto"
          rows={4}
          autoFocus={autoFocus}
          aria-label={t('compose.text')}
          aria-describedby={`${id}-left`}
          placeholder={request.replyTo === undefined ? t('compose.placeholder') : t('compose.replyPlaceholder')}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
          onPaste={onPaste}
          {...completion.textProps}
        />
        <Completions completion={completion} />
        {previewing && (
          <div className="composer-preview" aria-label={t('compose.preview')} role="region">
            <Suspense fallback={<Loading />}>
              <Preview text={draft.text} />
            </Suspense>
          </div>
        )}
      </div>
      {draft.quotedId !== null && (
        <Suspense fallback={<Loading />}>
          <QuotedPost id={draft.quotedId} known={request.quoting} onRemove={() => change({ quotedId: null })} />
        </Suspense>
      )}
      <ImageList media={draft.media} images={images} />
      {draft.media.length > 0 && (
        <Form.Check
          id={`${id}-sensitive`}
          type="switch"
          label={t('compose.sensitive')}
          checked={draft.sensitive}
          onChange={(event) => change({ sensitive: event.target.checked })}
        />
      )}
      {draft.poll !== null && (
        <PollEditor poll={draft.poll} limits={limit.poll} onChange={(poll) => change({ poll })} />
      )}
      {draft.scheduledFor !== null && (
        <SchedulePicker time={draft.scheduledFor} onChange={(scheduledFor) => change({ scheduledFor })} />
      )}
      {tooLarge && left >= 0 && (
        <p className="composer-problem" role="alert">
          {t('compose.tooLarge')}
        </p>
      )}
      {error !== null && (
        <p className="composer-problem" role="alert">
          {refusalIn(error, t) ??
            reasonOf(error) ??
            (request.waiting !== undefined && statusOf(error) === 404 ? t('schedule.gone') : t('compose.failed'))}
        </p>
      )}
      <p className={keeping === 'parted' ? 'composer-kept' : 'composer-kept quiet'} role="status">
        {keeping === 'kept' && t('compose.kept')}
        {keeping === 'parted' && (
          <>
            {t('compose.parted')} <Link to="/drafts">{t('compose.drafts')}</Link>
          </>
        )}
      </p>
      <div className="composer-foot">
        <ComposerTools request={request} draft={draft} change={change} images={images} />
        <div className="composer-send">
          <CharactersLeft id={`${id}-left`} left={left} limit={limit.most} />
          <button type="submit" className="btn btn-primary" disabled={blocked}>
            {isPending
              ? t('compose.publishing')
              : request.edit !== undefined
                ? t('compose.save')
                : draft.scheduledFor === null
                  ? t('compose.publish')
                  : t('schedule.action')}
          </button>
        </div>
      </div>
    </form>
  );
}
