import { keyBytes } from './key-bytes';
import { EVERYTHING } from './kinds';

const SUBSCRIPTION = '/api/v1/push/subscription';

interface Wishes {
  alerts: Record<string, boolean>;
  policy: string;
}

/** What the person chose; everything where the server has given the old address up already, and null where no session is left. */
async function wishes(): Promise<Wishes | null> {
  const answer = await fetch(SUBSCRIPTION);
  if (answer.status === 401) {
    return null;
  }
  if (answer.status === 404) {
    return EVERYTHING;
  }
  if (!answer.ok) {
    throw new Error(`The server's answer about pushes is ${answer.status}`);
  }
  const { alerts, policy } = (await answer.json()) as Wishes;
  return { alerts, policy };
}

async function subscribed(browser: PushManager): Promise<PushSubscription> {
  const present = await browser.getSubscription();
  if (present !== null) {
    return present;
  }
  const { configuration } = (await (await fetch('/api/v2/instance')).json()) as {
    configuration: { vapid: { public_key: string } };
  };
  return browser.subscribe({
    userVisibleOnly: true,
    applicationServerKey: keyBytes(configuration.vapid.public_key),
  });
}

/** The push service reaches this browser elsewhere from now on: the server is told where, and keeps what the person chose. */
export async function renew(browser: PushManager): Promise<void> {
  const data = await wishes();
  if (data === null) {
    await (await browser.getSubscription())?.unsubscribe();
    return;
  }
  const { endpoint, keys } = (await subscribed(browser)).toJSON();
  const answer = await fetch(SUBSCRIPTION, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ subscription: { endpoint, keys, standard: true }, data }),
  });
  if (!answer.ok) {
    throw new Error(`The server's answer to a new address is ${answer.status}`);
  }
}
