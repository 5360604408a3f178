import type { Page } from '@playwright/test';

import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { enter, publish } from './support/person';
import { PUSH_SANDBOX } from './support/platform';

test.use({ serviceWorkers: 'allow' });

interface Browser {
  endpoint: string;
  keys: { p256dh: string; auth: string };
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

/** A browser without windows lets nobody ask to notify. */
async function decides(page: Page, permission: NotificationPermission): Promise<void> {
  await page.addInitScript((given) => {
    Object.defineProperty(Notification, 'permission', { get: () => given });
    Notification.requestPermission = async () => given;
  }, permission);
}

test('a device is told what others did, until it is switched off', async ({ page, t, town, newcomer, language }) => {
  const browser = await aSubscription();
  await decides(page, 'granted');
  await subscribesTo(page, browser);
  await enter(page, newcomer);
  await page.goto('/settings/notifications');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const device = page.getByRole('checkbox', { name: t('push.label') });

  await expect(device).not.toBeChecked();
  await device.click();
  await expect(page.getByText(t('push.on'))).toBeVisible();
  await expect(device).toBeChecked();

  const post = await publish(town.author, `@${newcomer.username} welcome!`);
  const message = JSON.parse(await firstMessage(browser)) as Record<string, string>;
  expect(message['title']).toContain(town.author.name);
  expect(message['body']).toContain('welcome!');
  expect(message['preferred_locale']).toBe(language);
  expect(message['url']).toContain(post.path);

  await device.click();
  await expect(page.getByText(t('push.off'))).toBeVisible();
  const status = await page.evaluate(async () => (await fetch('/api/v1/push/subscription')).status);
  expect(status).toBe(404);
});

test('a browser that may not says so', async ({ page, t, newcomer }) => {
  await decides(page, 'denied');
  await enter(page, newcomer);
  await page.goto('/settings/notifications');

  await expect(page.getByRole('checkbox', { name: t('push.label') })).toBeDisabled();
  await expect(page.getByText(t('push.denied'))).toBeVisible();
});
