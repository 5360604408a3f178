import type { Page } from '@playwright/test';

import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { enter, publish } from './support/person';
import { PLATFORM, PUSH_SANDBOX } from './support/platform';

test.use({ serviceWorkers: 'allow', permissions: ['notifications'] });

interface Browser {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** What a service worker has beyond a page. */
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
  dispatchEvent(event: Event): boolean;
}

/** A subscription of the push sandbox, which decrypts what comes to it. */
async function aSubscription(): Promise<Browser> {
  const answer = await fetch(`${PUSH_SANDBOX}/sandbox/subscriptions`, { method: 'POST', body: '{}' });
  return (await answer.json()) as Browser;
}

/** The first message that came to a subscription, as the browser would read it. */
function firstMessage({ endpoint }: Browser): Promise<string> {
  const id = endpoint.slice(endpoint.lastIndexOf('/') + 1);
  return eventually('a push', async () => {
    const messages = (await (await fetch(`${PUSH_SANDBOX}/sandbox/messages?subscription=${id}`)).json()) as { text: string }[];
    return messages[0]?.text;
  });
}

/** A browser without a push service of its own subscribes to the sandbox, by the key that it is given. */
async function subscribesTo(page: Page, browser: Browser): Promise<void> {
  await page.addInitScript((given) => {
    const MARK = 'subscribed-for-the-walk';
    const isSubscribed = (): boolean => sessionStorage.getItem(MARK) !== null;
    const subscription = {
      endpoint: given.endpoint,
      toJSON: () => given,
      unsubscribe: async () => {
        sessionStorage.removeItem(MARK);
        return true;
      },
    };
    PushManager.prototype.subscribe = async (options) => {
      const { byteLength } = options?.applicationServerKey as Uint8Array;
      if (options?.userVisibleOnly !== true || byteLength !== 65) {
        throw new Error('A subscription needs a key, and shows what comes');
      }
      sessionStorage.setItem(MARK, 'yes');
      return subscription as unknown as PushSubscription;
    };
    PushManager.prototype.getSubscription = async () => (isSubscribed() ? (subscription as unknown as PushSubscription) : null);
  }, browser);
}

/** Gives the service worker what came, as the browser does. */
async function deliver(page: Page, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registration = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) {
        resolve(first.registrationId);
      }
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', { origin: PLATFORM, registrationId: await registration, data });
}

function notificationsShown(page: Page): Promise<{ title: string; body: string; lang: string }[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body, lang }) => ({ title, body, lang }));
  });
}

test('what others did appears on the device, and leads to it', async ({ page, t, town, newcomer, language }) => {
  const browser = await aSubscription();
  await subscribesTo(page, browser);
  await enter(page, newcomer);
  await page.goto('/settings/notifications');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const device = page.getByRole('checkbox', { name: t('push.label') });

  await expect(device).not.toBeChecked();
  await device.check();
  await expect(page.getByText(t('push.on'))).toBeVisible();
  await expect(device).toBeChecked();

  const post = await publish(town.author, `@${newcomer.username} welcome!`);
  await deliver(page, await firstMessage(browser));
  await expect.poll(() => notificationsShown(page)).toHaveLength(1);
  const [shown] = await notificationsShown(page);
  expect(shown?.title).toContain(town.author.name);
  expect(shown?.body).toContain('welcome!');
  expect(shown?.lang).toBe(language);

  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(async () => {
    const scope = self as unknown as WorkerScope;
    const [notification] = await scope.registration.getNotifications();
    if (notification !== undefined) {
      scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
    }
  });
  await page.waitForURL(`**${post.path}`);
  expect(await notificationsShown(page)).toHaveLength(0);

  await page.goto('/settings/notifications');
  await device.uncheck();
  await expect(page.getByText(t('push.off'))).toBeVisible();
  const status = await page.evaluate(async () => (await fetch('/api/v1/push/subscription')).status);
  expect(status).toBe(404);
});

test('a browser that may not says so', async ({ page, t, newcomer }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
  });
  await enter(page, newcomer);
  await page.goto('/settings/notifications');

  await expect(page.getByRole('checkbox', { name: t('push.label') })).toBeDisabled();
  await expect(page.getByText(t('push.denied'))).toBeVisible();
});
