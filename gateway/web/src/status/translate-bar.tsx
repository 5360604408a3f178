import { useMutation } from '@tanstack/react-query';
import { Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Status, Translation } from '../api/types';
import { useFormat } from '../i18n/format';
import { useSession } from '../session/session';

/** Offers a translation of what is in another language than the interface, and the way back. */
export function TranslateBar({
  status,
  translation,
  onChange,
}: {
  status: Status;
  translation: Translation | null;
  onChange: (translation: Translation | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const me = useSession();
  const translate = useMutation({
    mutationFn: () => api.v1.statuses.$select(status.id).translate({ lang: i18n.language }),
    onSuccess: onChange,
  });
  const foreign = status.language != null && status.language !== i18n.language;
  const shareable = status.visibility === 'public' || status.visibility === 'unlisted';
  if (me === null || !foreign || !shareable || status.content === '') {
    return null;
  }
  if (translation !== null) {
    return (
      <p className="translate-bar quiet" role="status">
        {t('translate.done', {
          language: format.language(translation.detectedSourceLanguage ?? status.language ?? ''),
          provider: translation.provider,
        })}{' '}
        <button type="button" className="btn btn-link" onClick={() => onChange(null)}>
          {t('translate.original')}
        </button>
      </p>
    );
  }
  return (
    <p className="translate-bar">
      <button type="button" className="btn btn-link" disabled={translate.isPending} onClick={() => translate.mutate()}>
        <Languages size={16} aria-hidden="true" />
        {translate.isPending ? t('translate.working') : t('translate.action')}
      </button>
      {translate.isError && (
        <span className="quiet" role="alert">
          {t('translate.failed')}
        </span>
      )}
    </p>
  );
}
