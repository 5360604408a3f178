import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from './format';

/** The languages most written in; a post may be in any, and the server recognises more by itself. */
const CODES = [
  'ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'gl', 'he', 'hi', 'hr',
  'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr',
  'uk', 'ur', 'vi', 'zh',
];

/** The languages that posts are written in and those given, by their names in the interface's language. */
export function usePostLanguages(given: readonly string[]): { code: string; name: string }[] {
  const { i18n } = useTranslation();
  const format = useFormat();
  const also = given.join(' ');
  return useMemo(
    () =>
      [...new Set([...CODES, ...also.split(' ').filter((code) => code !== '')])]
        .map((code) => ({ code, name: format.language(code) }))
        .toSorted((one, other) => one.name.localeCompare(other.name, i18n.language)),
    [also, format, i18n.language],
  );
}
