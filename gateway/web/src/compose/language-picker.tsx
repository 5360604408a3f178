import { useTranslation } from 'react-i18next';

import { useFormat } from '../i18n/format';

/** The languages most written in; a post may be in any, and the server recognises more by itself. */
const CODES = [
  'ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'gl', 'he', 'hi', 'hr',
  'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr',
  'uk', 'ur', 'vi', 'zh',
];

/** The language of a post. */
export function LanguagePicker({ value, onChange }: { value: string; onChange: (language: string) => void }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const codes = value === '' || CODES.includes(value) ? CODES : [...CODES, value];
  const names = codes
    .map((code) => ({ code, name: format.language(code) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, i18n.language));
  return (
    <select
      className="icon-button composer-select"
      aria-label={t('compose.language')}
      title={t('compose.language')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('compose.languageAuto')}</option>
      {names.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
