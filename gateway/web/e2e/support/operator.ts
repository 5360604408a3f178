import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { aBrowserOf, type Person } from './person';

const LAUNCHER = fileURLToPath(new URL('../../../../microblog', import.meta.url));

/** Gives somebody the highest role, as the operator does; they are signed in anew, as all that was before is void. */
export async function madeOwner(person: Person): Promise<Person> {
  execFileSync(LAUNCHER, ['admin', 'make-owner', person.username], { env: { ...process.env, MICROBLOG_BUILD: 'never' } });
  return { ...person, cookies: await aBrowserOf(person.username) };
}
