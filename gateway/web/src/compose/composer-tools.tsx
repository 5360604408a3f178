import { CalendarClock, ChartNoAxesColumn, ImagePlus, TriangleAlert } from 'lucide-react';
import { Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { isQuotable } from '../quote/quote-policy';
import { QuotePolicyPicker } from '../quote/quote-policy-picker';
import type { ComposeRequest } from './composer-context';
import type { Draft } from './draft';
import { LanguagePicker } from './language-picker';
import { emptyPoll } from './poll-draft';
import { someTimeAhead } from './schedule';
import type { ChangeDraft } from './use-draft';
import { IMAGE_TYPES, MOST_IMAGES, type useImages } from './use-images';
import { VisibilityPicker } from './visibility-picker';

/** What a post may have beside its text. Images, a poll and a quote exclude each other; a poll or quote that is
 * out stays as it is. */
export function ComposerTools({
  request,
  draft,
  change,
  images,
}: {
  request: ComposeRequest;
  draft: Draft;
  change: ChangeDraft;
  images: ReturnType<typeof useImages>;
}) {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const asks = draft.poll !== null || request.edit?.poll != null;
  const quotes = draft.quotedId !== null || request.edit?.quote != null;
  return (
    <div className="composer-tools">
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={IMAGE_TYPES.join(',')}
        aria-label={t('compose.addImages')}
        onChange={(event) => {
          images.add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={t('compose.addImages')}
        title={t('compose.addImages')}
        disabled={asks || quotes || draft.media.length + images.uploading >= MOST_IMAGES}
        onClick={() => files.current?.click()}
      >
        <ImagePlus size={20} aria-hidden="true" />
      </button>
      {request.edit === undefined && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('poll.add')}
          title={t('poll.add')}
          aria-pressed={draft.poll !== null}
          disabled={quotes || draft.media.length + images.uploading > 0}
          onClick={() => change({ poll: draft.poll === null ? emptyPoll() : null })}
        >
          <ChartNoAxesColumn size={20} aria-hidden="true" />
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={t('compose.warning')}
        title={t('compose.warning')}
        aria-pressed={draft.warned}
        onClick={() => change({ warned: !draft.warned })}
      >
        <TriangleAlert size={20} aria-hidden="true" />
      </button>
      {request.edit === undefined && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('schedule.add')}
          title={t('schedule.add')}
          aria-pressed={draft.scheduledFor !== null}
          onClick={() => change({ scheduledFor: draft.scheduledFor === null ? someTimeAhead() : null })}
        >
          <CalendarClock size={20} aria-hidden="true" />
        </button>
      )}
      <LanguagePicker value={draft.language} onChange={(language) => change({ language })} />
      <Suspense>
        <QuotePolicyPicker
          value={draft.quotePolicy}
          locked={!isQuotable(draft)}
          onChange={(quotePolicy) => change({ quotePolicy })}
        />
      </Suspense>
      <VisibilityPicker
        value={draft.visibility}
        locked={request.edit !== undefined}
        onChange={(visibility) => change({ visibility })}
      />
    </div>
  );
}
