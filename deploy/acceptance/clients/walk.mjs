// What the walks share: they are started by ClientTests with the server's address, a picture and somebody's name, print
// the address at which a person consents, and read the code that the page then shows.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';

export const [url, picture, friend] = process.argv.slice(2);

export const SCOPES = ['read', 'write', 'follow'];
export const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';
export const TEXT = `A square for @${friend} #walked`;

/** The picture as a browser's file field has it. */
export function square() {
  return new File([readFileSync(picture)], 'square.png', { type: 'image/png' });
}

/** Leads a person through sign-in and consent. */
export async function askForCode(authorizeUrl) {
  console.log(authorizeUrl);
  const lines = createInterface({ input: process.stdin });
  const code = await lines.question('');
  lines.close();
  return code.trim();
}

/** What happens elsewhere takes a moment, and a server that is busy says so. */
export async function eventually(what, ask) {
  let cause;
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    try {
      if (await ask()) {
        return;
      }
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`still not: ${what}`, { cause });
}

/**
 * Reads server-sent events as a browser does: neither library speaks them, both use WebSockets alone. What has come so far
 * is in `heard`, typed by the names of the API.
 */
export async function listen(stream, token) {
  const over = new AbortController();
  const answer = await fetch(`${url}/api/v1/streaming/${stream}`, {
    headers: { Authorization: `Bearer ${token}` },
    signal: over.signal,
  });
  if (!answer.ok) {
    throw new Error(`no events: ${answer.status}`);
  }
  const heard = [];
  void read(answer.body, heard).catch(() => {});
  return { heard, close: () => over.abort() };
}

async function read(body, heard) {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block.split('\n').filter((line) => !line.startsWith(':')).map((line) => line.split(/: (.*)/s)),
      );
      if (fields.event !== undefined) {
        heard.push({ event: fields.event, payload: fields.data.startsWith('{') ? JSON.parse(fields.data) : fields.data });
      }
    }
  }
}
