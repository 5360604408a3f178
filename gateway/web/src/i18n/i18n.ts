import { createInstance, type i18n as I18n, type InterpolationOptions } from 'i18next';
import { initReactI18next } from 'react-i18next';

import { isolated } from './isolated';
import { chosenLanguage } from './languages';

/** Each language is loaded when it is wanted. */
const CATALOGUES = import.meta.glob<Record<string, unknown>>('./*.json', { import: 'default' });

async function load(i18n: I18n, language: string): Promise<void> {
  const catalogue = CATALOGUES[`./${language}.json`];
  if (catalogue !== undefined && !i18n.hasResourceBundle(language, 'translation')) {
    i18n.addResourceBundle(language, 'translation', await catalogue());
  }
}

/** Shows the interface in this language from now on. */
export async function speak(i18n: I18n, language: string): Promise<void> {
  await load(i18n, language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = i18n.dir();
}

/** React escapes markup in what it shows; what is left is that a name may run in the other direction. */
export function interpolationOf(i18n: I18n): InterpolationOptions {
  return { escape: (value) => isolated(value, i18n.dir()) };
}

/** The texts of the interface, ready to be used. */
export async function createI18n(): Promise<I18n> {
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({
    lng: chosenLanguage(),
    fallbackLng: false,
    resources: {},
    interpolation: interpolationOf(i18n),
    react: { useSuspense: false },
  });
  await speak(i18n, chosenLanguage());
  return i18n;
}
