import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';

/** What the values of operators are called. */
export function useOperatorNames() {
  const { t } = useTranslation(LATER);
  return {
    has: {
      media: t('search.media'),
      image: t('search.image'),
      video: t('search.video'),
      audio: t('search.audio'),
      poll: t('search.poll'),
      link: t('search.link'),
    },
    is: { reply: t('search.reply'), sensitive: t('search.sensitive') },
    in: { library: t('search.inLibrary'), public: t('search.inPublic'), all: t('search.inAll') },
  };
}
