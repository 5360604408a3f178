import { useTranslation } from 'react-i18next';

import { usePostLanguages } from '../i18n/post-languages';

/** The language of a post. */
export function LanguagePicker({ value, onChange }: { value: string; onChange: (language: string) => void }) {
  const { t } = useTranslation();
  const languages = usePostLanguages([value]);
  return (
    <select
      className="icon-button composer-select"
      aria-label={t('compose.language')}
      title={t('compose.language')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('compose.languageAuto')}</option>
      {languages.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
