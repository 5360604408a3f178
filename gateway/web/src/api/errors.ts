import { MastoHttpError, MastoTimeoutError } from 'masto';

/** How browsers say that nothing came back: to a request, and to the loading of a page's code. */
const NO_ANSWER = /failed to fetch|networkerror|load failed|dynamically imported module|importing a module script failed/i;

/** How the bundler says it of the styles of a page's code. */
const NO_STYLES = /^unable to preload css/i;

/** The HTTP status with which the server refused; 0 when it did not. */
export function statusOf(error: unknown): number {
  return error instanceof MastoHttpError ? error.statusCode : 0;
}

/** Whether there was no answer at all, rather than a bad one or a mistake of our own. */
export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof MastoTimeoutError ||
    (error instanceof TypeError && NO_ANSWER.test(error.message)) ||
    (error instanceof Error && NO_STYLES.test(error.message))
  );
}

/** Whether asking again may help: no answer, or an outage, or too much at once. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return isUnreachable(error) || status === 429 || status >= 500;
}

/** What the server said about a refusal that a person can mend; undefined for anything else. */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof MastoHttpError && error.statusCode === 422 ? error.message : undefined;
}

/** Whether a file was refused because all of the person's together take too much room. */
export function isOutOfRoom(error: unknown): boolean {
  return error instanceof MastoHttpError && error.details?.['file']?.some((each) => String(each.error) === 'ERR_QUOTA') === true;
}
