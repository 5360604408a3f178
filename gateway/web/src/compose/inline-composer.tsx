import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Avatar } from '../profile/avatar';
import { useMe } from '../session/session';
import './inline-composer.scss';

const Composer = lazy(async () => ({ default: (await import('./composer')).Composer }));

/** An invitation above the timeline, which becomes the composer in place. */
export function InlineComposer() {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const prompt = (
    <button type="button" className="inline-prompt" onClick={() => setOpen(true)}>
      {t('compose.placeholder')}
    </button>
  );
  return (
    <section className="inline-composer" aria-label={t('compose.new')}>
      <Avatar account={me} />
      {open ? (
        <Suspense fallback={prompt}>
          <Composer request={{}} onDone={() => setOpen(false)} autoFocus />
        </Suspense>
      ) : (
        prompt
      )}
    </section>
  );
}
