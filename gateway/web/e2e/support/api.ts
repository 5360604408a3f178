import { PLATFORM } from './platform';

export const BUSY = 503;
const ATTEMPTS = 20;
const PAUSE = 1_000;

/** The public API, in the name of whoever holds the token. */
export interface Api {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  patch<T>(path: string, body: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  delete<T>(path: string): Promise<T>;
  /** Just the status of an answer. */
  status(path: string): Promise<number>;
}

/** Who is told that the server is busy asks again, as it wants them to. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    if (answer.status !== BUSY || attempt === ATTEMPTS) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

export function apiOf(token?: string): Api {
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };

  async function send<T>(method: string, path: string, body?: object): Promise<T> {
    const isForm = body instanceof FormData;
    const answer = await patiently(() =>
      fetch(PLATFORM + path, {
        method,
        headers: body === undefined || isForm ? headers : { ...headers, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    }
    return JSON.parse(text) as T;
  }

  return {
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
    status: async (path) => (await fetch(PLATFORM + path, { headers })).status,
  };
}
