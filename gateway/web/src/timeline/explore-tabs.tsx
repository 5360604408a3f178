import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { Tabs } from '../shell/tabs';

/** Where one may look around. */
export const EXPLORE = { latest: '/explore', trends: '/explore?show=trends', people: '/directory' } as const;

/** The ways to look around, beyond the people one follows. */
export function ExploreTabs({ current }: { current: keyof typeof EXPLORE }) {
  const { t } = useTranslation(LATER);
  return (
    <Tabs
      label={t('trends.views')}
      current={EXPLORE[current]}
      tabs={[
        { to: EXPLORE.latest, label: t('trends.latest') },
        { to: EXPLORE.trends, label: t('trends.title') },
        { to: EXPLORE.people, label: t('search.people') },
      ]}
    />
  );
}
