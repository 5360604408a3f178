import {
  type BackendModule,
  createInstance,
  type i18n as I18n,
  type InterpolationOptions,
  type ResourceKey,
} from 'i18next';
import { initReactI18next } from 'react-i18next';

import { isolated } from './isolated';
import { chosenLanguage } from './languages';

/** What the first page says; it is loaded before anything shows. */
const FIRST = 'translation';

/** What pages say that nobody sees first, before what is said everywhere: loaded with the first of them. */
export const LATER = ['later', FIRST];

/** Each language is loaded when it is wanted. */
const CATALOGUES = import.meta.glob<ResourceKey>(['./*.json', './later/*.json'], { import: 'default' });

const catalogues: BackendModule = {
  type: 'backend',
  callbackApi: false,
  init: () => {},
  read: (language: string, namespace: string) =>
    CATALOGUES[namespace === FIRST ? `./${language}.json` : `./${namespace}/${language}.json`]?.(),
};

/** Shows the interface in this language from now on. */
export async function speak(i18n: I18n, language: string): Promise<void> {
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
  await i18n
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: chosenLanguage(),
      fallbackLng: false,
      interpolation: interpolationOf(i18n),
      // What is not in the first of the namespaces that a component names is in the next.
      react: { nsMode: 'fallback' },
    });
  await speak(i18n, chosenLanguage());
  return i18n;
}
