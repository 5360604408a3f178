/** The rules of message catalogues, apart from where the files are. */

export type Catalogue = { [key: string]: string | Catalogue };

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Every message by its full key: `compose.publish`. */
export function flatten(catalogue: Catalogue, prefix = ''): Map<string, string> {
  const messages = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') {
      messages.set(prefix + key, value);
    } else {
      flatten(value, `${prefix}${key}.`).forEach((text, inner) => messages.set(inner, text));
    }
  }
  return messages;
}

function baseOf(key: string): string {
  return key.replace(PLURAL, '');
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].sort().join(' ');
}

/** The keys that a language must have for one message: one for each plural form that it knows. */
function expected(base: string, plural: boolean, language: string): string[] {
  return plural
    ? new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${base}_${form}`)
    : [base];
}

/** What a catalogue lacks, or has too much, measured by the one that is written first. */
export function compare(
  first: Map<string, string>,
  other: Map<string, string>,
  name: string,
  language = name,
): string[] {
  const problems: string[] = [];
  const wanted = new Map<string, string>();
  for (const [key, text] of first) {
    const plural = PLURAL.test(key);
    expected(baseOf(key), plural, language).forEach((each) => wanted.set(each, text));
  }
  for (const [key, model] of wanted) {
    const text = other.get(key);
    if (text === undefined || text.trim() === '') {
      problems.push(`${name}: ${key} is missing`);
    } else if (!PLURAL.test(key) && placeholders(text) !== placeholders(model)) {
      problems.push(`${name}: ${key} has other placeholders`);
    }
  }
  for (const key of other.keys()) {
    if (!wanted.has(key)) {
      problems.push(`${name}: ${key} is not in the first catalogue`);
    }
  }
  return problems;
}

/** Keys that no source names. Sources name every key in full, so that this and a search find it. */
export function unused(first: Map<string, string>, sources: string[]): string[] {
  const literals = new Set(sources.flatMap((source) => source.match(/(?<=['"])[a-z][\w.]*(?=['"])/g) ?? []));
  return [...new Set([...first.keys()].map(baseOf))].filter((key) => !literals.has(key));
}

/** Keys given to `t` or `i18nKey` that the catalogue lacks. */
export function undefinedKeys(first: Map<string, string>, sources: string[]): string[] {
  const known = new Set([...first.keys()].map(baseOf));
  const named = sources.flatMap((source) => source.match(/(?<=\bt\('|i18nKey=")[\w.]+(?=['"])/g) ?? []);
  return [...new Set(named)].filter((key) => !known.has(key));
}

/** Keys that are loaded later, in sources that read the first catalogue alone. */
export function unspoken(later: Map<string, string>, sources: string[]): string[] {
  return undefinedKeys(new Map(), sources.filter((source) => source.includes('useTranslation()'))).filter((key) =>
    [...later.keys()].some((each) => baseOf(each) === key),
  );
}
