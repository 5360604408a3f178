import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { aBrowserOf, type Person } from './person';

const LAUNCHER = fileURLToPath(new URL('../../../../microblog', import.meta.url));

function microblog(...words: string[]): void {
  execFileSync(LAUNCHER, words, { env: { ...process.env, MICROBLOG_BUILD: 'never' } });
}

/** Gives somebody the highest role, as the operator does; they are signed in anew, as all that was before is void. */
export async function madeOwner(person: Person): Promise<Person> {
  microblog('admin', 'make-owner', person.username);
  return { ...person, cookies: await aBrowserOf(person.username) };
}

/** Stops a part of the platform and starts it again; returns when it is ready. */
export function restart(part: string): void {
  microblog('restart', part);
}
