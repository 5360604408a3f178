/** The languages of the interface, by the name that their speakers give them. */
export const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['en', 'English'],
  ['es', 'Español'],
  ['ar', 'العربية'],
]);

const CHOICE = 'microblog.language';
const FIRST = 'en';

/** The first of the wanted languages that the interface speaks. */
export function bestLanguage(wanted: readonly string[]): string {
  return wanted.map((tag) => tag.split('-')[0] ?? tag).find((code) => LANGUAGES.has(code)) ?? FIRST;
}

/** What the person chose, or what the browser asks for. */
export function chosenLanguage(): string {
  const chosen = localStorage.getItem(CHOICE);
  return chosen !== null && LANGUAGES.has(chosen) ? chosen : bestLanguage(navigator.languages);
}

/** Remembers the choice in this browser. */
export function rememberLanguage(language: string): void {
  localStorage.setItem(CHOICE, language);
}
