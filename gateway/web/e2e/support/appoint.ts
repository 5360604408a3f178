import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../../../../microblog');

/** Lets somebody do everything, as whoever runs the server can. `MICROBLOG_HOME` says which server, where it is not the usual one. */
export function appoint(username: string): void {
  execFileSync(COMMAND, ['admin', 'make-owner', username], { encoding: 'utf8' });
}
