/** What in a text becomes a link by itself, as the server's `EntityMatcher` finds it. */
export interface Entity {
  start: number;
  end: number;
  /** What is counted of it. */
  counted: string;
}

/** An address counts as this many characters, however long it is. */
const ADDRESS = 'x'.repeat(23);
const LONGEST_ADDRESS = 2_048;
const LONGEST_MENTION = 320;

const WORD = /^(?!\uFE0F)[\p{L}\p{Nd}\p{Nl}\p{Pc}\p{Mn}\p{Mc}]/u;
const USERNAME = /^\w/;
const RUNS_ON = /^(?!\uFE0F)(?:@|\p{Mn}|\p{Mc}|(?=\p{L})\p{Script=Latin})/u;
const SCHEME = /https?:\/\//iy;
const HOST = /[\p{L}\p{Nd}](?:(?!\uFE0F)[\p{L}\p{Nd}\p{Mn}\p{Mc}._-])*/uy;
const USER_INFO = /[!$-.0-9:;=A-Z[\]_a-z~%&'()*+,\p{L}\p{Nd}\p{Mn}\p{Mc}]*[@\\]/uy;
const PORT = /:[0-9]+/y;
const PATH = /(?!\uFE0F)[!#-;=?-[\]_a-z~\p{L}\p{Nd}\p{Mn}\p{Mc}]/uy;
const NEVER_LAST = /[?!.,:;*_~'([-]+$/;
const LAST_IN_PATH = /[_-]*/y;
const NAME = /\w+(?:[.-]+\w+)*/y;
const HOST_OF_NAME = /(?:(?!\uFE0F)[\p{L}\p{Nd}\p{Nl}\p{Pc}\p{Mn}\p{Mc}])+(?:[.-]+(?:(?!\uFE0F)[\p{L}\p{Nd}\p{Nl}\p{Pc}\p{Mn}\p{Mc}])+)*/uy;

/** The addresses and mentions in a text, in order; those of `here` may name a port. */
export function entitiesIn(text: string, here: string): Entity[] {
  const found: Entity[] = [];
  for (let at = 0; at < text.length; at++) {
    const entity = entityAt(text, at, here);
    if (entity !== null) {
      found.push(entity);
      at = entity.end - 1;
    }
  }
  return found;
}

function entityAt(text: string, at: number, here: string): Entity | null {
  const trigger = text.charAt(at);
  if (!/[hH@]/.test(trigger)) {
    return null;
  }
  const underscores = underscoresBefore(text, at);
  const before = lastCharacter(text.slice(Math.max(0, at - underscores - 2), at - underscores));
  if (trigger === '@') {
    return WORD.test(before) || /[=/]/.test(before) ? null : mention(text, at, here);
  }
  const opening = WORD.test(before) ? 0 : underscores;
  return USERNAME.test(before) || /[@#$/.-]/.test(before) ? null : address(text, at, opening);
}

function address(text: string, start: number, opening: number): Entity | null {
  const host = match(SCHEME, text, start);
  const wholeHost = host === start ? host : match(HOST, text, host);
  if (wholeHost === host || match(USER_INFO, text, wholeHost) > wholeHost) {
    return null;
  }
  const port = match(PORT, text, host + text.slice(host, wholeHost).replace(NEVER_LAST, '').length);
  const end = /[/?#]/.test(text.charAt(port)) ? pathEnd(text, port) : port;
  if (end - start > LONGEST_ADDRESS) {
    return null;
  }
  const emphasis = Math.min(opening, underscoresBefore(text, end));
  return { start, end: end - emphasis, counted: ADDRESS };
}

/** A closing bracket belongs to an address only when its opening one does. */
function pathEnd(text: string, start: number): number {
  const open = { ')': 0, ']': 0 };
  let end = start;
  for (let next = match(PATH, text, end); next > end; next = match(PATH, text, end)) {
    const c = text.charAt(end);
    if (c === '(' || c === '[') {
      open[c === '(' ? ')' : ']']++;
    } else if ((c === ')' || c === ']') && --open[c] < 0) {
      break;
    }
    end = next;
  }
  const last = start + text.slice(start, end).replace(NEVER_LAST, '').length;
  return Math.min(end, match(LAST_IN_PATH, text, last));
}

function mention(whole: string, start: number, here: string): Entity | null {
  const text = whole.slice(0, start + LONGEST_MENTION);
  const name = match(NAME, text, start + 1);
  const end = name === start + 1 ? name : hostEnd(text, name, here);
  if (end === start + 1 || RUNS_ON.test(text.slice(end, end + 2))) {
    return null;
  }
  return { start, end, counted: text.slice(start, name) };
}

function hostEnd(text: string, at: number, here: string): number {
  if (text.charAt(at) !== '@') {
    return at;
  }
  for (const own of [here, here.replace(/:[0-9]+$/, '')]) {
    const end = at + 1 + own.length;
    if (own !== '' && text.slice(at + 1, end).toLowerCase() === own.toLowerCase() && endsThere(text, end)) {
      return end;
    }
  }
  const end = match(HOST_OF_NAME, text, at + 1);
  const bare = end - underscoresBefore(text, end);
  return bare <= at + 1 ? at : bare;
}

function endsThere(text: string, hostEnd: number): boolean {
  const rest = text.slice(hostEnd).replace(/^_*/, '');
  return !(/^[.-]/.test(rest) && WORD.test(rest.slice(1))) && !USERNAME.test(rest);
}

/** Where what a sticky expression matches at a place ends; the place itself when it does not. */
function match(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return at + (expression.exec(text)?.[0].length ?? 0);
}

function underscoresBefore(text: string, at: number): number {
  let start = at;
  while (text.charAt(start - 1) === '_') {
    start--;
  }
  return at - start;
}

function lastCharacter(text: string): string {
  return Array.from(text).at(-1) ?? '';
}
