/** What posts may have, as `has:` names it. */
export const HAD = ['media', 'image', 'video', 'audio', 'poll', 'link'] as const;
/** What posts may be, as `is:` names it. */
export const BEEN = ['reply', 'sensitive'] as const;
/** Where to look, as `in:` names it. */
export const PLACES = ['library', 'public', 'all'] as const;

/** Operators of which a query has one value each. */
export type Single = 'from' | 'language' | 'before' | 'after' | 'during' | 'in';

/** Those of which a query may also exclude any number of values. */
type Negatable = 'from' | 'language';

/** What a query demands besides its words, as it is written there. */
export type Operator =
  | { token: string; name: Negatable; value: string; negated: boolean }
  | { token: string; name: Exclude<Single, Negatable>; value: string; negated: false }
  | { token: string; name: 'has'; value: (typeof HAD)[number]; negated: boolean }
  | { token: string; name: 'is'; value: (typeof BEEN)[number]; negated: boolean };

const TOKEN = /-?"[^"]*"|\S+/g;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const VALUES: Record<Single, (value: string) => boolean> = {
  from: (value) => /^@?\w{1,30}$/.test(value),
  language: (value) => /^[a-z]{2,3}$/i.test(value),
  before: isDay,
  after: isDay,
  during: isDay,
  in: (value) => PLACES.some((place) => place === value),
};

function isDay(value: string): boolean {
  return DAY.test(value) && !Number.isNaN(Date.parse(value));
}

function isNegatable(name: string): name is Negatable {
  return name === 'from' || name === 'language';
}

function isSingle(name: string): name is Single {
  return name in VALUES;
}

/** The operator that a word of a query is; null where it is a word. */
function operatorOf(token: string): Operator | null {
  const [, sign = '', name = '', value = ''] = /^(-?)([a-z]+):(.+)$/i.exec(token) ?? [];
  const known = name.toLowerCase();
  if (isNegatable(known)) {
    return VALUES[known](value) ? { token, name: known, value, negated: sign !== '' } : null;
  }
  if (isSingle(known)) {
    return sign === '' && VALUES[known](value) ? { token, name: known, value, negated: false } : null;
  }
  const negated = sign !== '';
  const had = HAD.find((each) => each === value);
  if (known === 'has' && had !== undefined) {
    return { token, name: 'has', value: had, negated };
  }
  const been = BEEN.find((each) => each === value);
  return known === 'is' && been !== undefined ? { token, name: 'is', value: been, negated } : null;
}

function tokensIn(q: string): string[] {
  return q.match(TOKEN) ?? [];
}

/** The operators of a query, in their order. What looks like one and has no sensible value is a word. */
export function operatorsIn(q: string): Operator[] {
  return tokensIn(q).flatMap((token) => operatorOf(token) ?? []);
}

/** What an operator demands in a query; empty where it is not in there. Of several, the last counts. */
export function valueIn(q: string, name: Single): string {
  return operatorsIn(q).findLast((each) => each.name === name && !each.negated)?.value ?? '';
}

/** The query without what is written so. */
export function without(q: string, token: string): string {
  return tokensIn(q)
    .filter((each) => each !== token)
    .join(' ');
}

/** The query with this value of an operator, and no other; without the operator where the value is empty. */
export function withValue(q: string, name: Single, value: string): string {
  const rest = tokensIn(q).filter((token) => {
    const operator = operatorOf(token);
    return operator?.name !== name || operator.negated;
  });
  return [...rest, ...(value === '' ? [] : [`${name}:${value}`])].join(' ');
}

/** The query with something written in it that it lacked, or without it. */
export function toggled(q: string, token: string): string {
  return tokensIn(q).includes(token) ? without(q, token) : [...tokensIn(q), token].join(' ');
}
