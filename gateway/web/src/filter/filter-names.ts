import type { TFunction } from 'i18next';

import type { Filter } from '../api/types';
import type { Place } from './filter-place';

/** What the places are called where filters apply. */
export function placeNames(t: TFunction): Record<Place, string> {
  return {
    home: t('filter.place.home'),
    notifications: t('filter.place.notifications'),
    public: t('filter.place.public'),
    thread: t('filter.place.thread'),
    account: t('filter.place.account'),
  };
}

/** What filters do. */
export function actionNames(t: TFunction): Record<Filter['filterAction'], string> {
  return { warn: t('filter.action.warn'), hide: t('filter.action.hide'), blur: t('filter.action.blur') };
}
