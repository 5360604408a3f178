import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { createInstance } from 'i18next';

import { readProperties } from './platform';

export type Language = 'en' | 'es' | 'ar';

interface Spoken {
  language: Language;
  locale: string;
  name: string;
}

/** The languages of the client. */
export const LANGUAGES: readonly Spoken[] = [
  { language: 'en', locale: 'en-US', name: 'English' },
  { language: 'es', locale: 'es-ES', name: 'Español' },
];

/** The language from right to left, in which few walks are done: what differs is the direction. */
export const ARABIC: Spoken = { language: 'ar', locale: 'ar-EG', name: 'العربية' };

/** A text by its key; a key that is not there fails the test. */
export type Texts = (key: string, values?: Record<string, string | number>) => string;

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** The client's own texts, so that no test repeats one. */
export function clientTexts(language: Language): Texts {
  const catalogue = (folder: string): object =>
    JSON.parse(readFileSync(pathOf(`../../src/i18n/${folder}${language}.json`), 'utf8'));
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    resources: { [language]: { translation: catalogue(''), later: catalogue('later/') } },
    ns: ['translation', 'later'],
    fallbackNS: 'later',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return (key, values = {}) => {
    if (!i18n.exists(key, values)) {
      throw new Error(`The catalogues of ${language} have no ${key}`);
    }
    return i18n.t(key, values);
  };
}

/** The texts of the pages that the server makes. */
export function serverTexts(language: Language): Texts {
  const suffix = language === 'en' ? '' : `_${language}`;
  const texts = readProperties(pathOf(`../../../../user-service/src/main/resources/messages${suffix}.properties`));
  return (key) => {
    const text = texts.get(key);
    if (text === undefined) {
      throw new Error(`messages${suffix}.properties has no ${key}`);
    }
    return text;
  };
}

/** The name of a language in another. */
export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
}
