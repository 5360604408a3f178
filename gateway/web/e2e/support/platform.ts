import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The running platform. */
export const PLATFORM = process.env['MICROBLOG_URL'] ?? 'http://localhost:8080';

/** The sandbox of the mail provider. */
export const MAIL_SANDBOX = process.env['MICROBLOG_MAIL_URL'] ?? 'http://localhost:8025';

/** The sandbox of a push service. */
export const PUSH_SANDBOX = process.env['MICROBLOG_PUSH_URL'] ?? 'http://localhost:8027';

/** Where the launcher keeps its things, as it decides itself. */
function home(): string {
  return process.env['MICROBLOG_HOME'] ?? (process.getuid?.() === 0 ? '/var/lib/microblog' : join(homedir(), '.microblog'));
}

/** The token of the mail provider: given, or as the launcher made it. */
export function mailToken(): string {
  const given = process.env['POSTMARK_SERVER_TOKEN'];
  return given ?? readProperties(join(home(), 'secrets.properties')).get('POSTMARK_SERVER_TOKEN') ?? '';
}

/** A file of Java properties, as far as ours go: a line each. */
export function readProperties(file: string): Map<string, string> {
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => /^([^#=\s]+)\s*=\s*(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, key = '', value = '']): [string, string] => [key, value.replaceAll(/\\([:=])/g, '$1')]);
  return new Map(entries);
}
