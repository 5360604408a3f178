import { MastoHttpError } from 'masto';

/** The HTTP status with which the server refused; 0 when there was no answer at all. */
export function statusOf(error: unknown): number {
  return error instanceof MastoHttpError ? error.statusCode : 0;
}

/** Whether asking again may help: no answer, or an outage, or too much at once. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === 0 || status === 429 || status >= 500;
}

/** What the server said about a refusal that a person can mend; undefined for anything else. */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof MastoHttpError && error.statusCode === 422 ? error.message : undefined;
}
