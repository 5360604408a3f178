import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import type { PostNumbers } from './insights-api';
import type { Series } from './plot';

/** What the numbers of posts are called. */
export function useNumberNames() {
  const { t } = useTranslation(LATER);
  const names: Record<keyof PostNumbers, string> = {
    homesCount: t('insights.homes'),
    opensCount: t('insights.opens'),
    favouritesCount: t('nav.favourites'),
    reblogsCount: t('post.boostsTab'),
    repliesCount: t('post.replies'),
  };
  const row = (numbers: PostNumbers[]) => (kind: keyof PostNumbers): Series => ({
    label: names[kind],
    values: numbers.map((each) => each[kind]),
  });
  return {
    names,
    totalsOf: (numbers: PostNumbers) =>
      (Object.keys(names) as (keyof PostNumbers)[]).map((kind) => ({ label: names[kind], value: numbers[kind] })),
    reach: (numbers: PostNumbers[]): Series[] => (['homesCount', 'opensCount'] as const).map(row(numbers)),
    reactions: (numbers: PostNumbers[]): Series[] =>
      (['favouritesCount', 'reblogsCount', 'repliesCount'] as const).map(row(numbers)),
  };
}
