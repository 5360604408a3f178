import { expect, test, type Page } from '@playwright/test';

import { PLATFORM } from './support/platform';

const FOLDER = '../../docs/pictures';
const PERSON = 'lena_k@example.org';
const PASSWORD = process.env['MICROBLOG_DEMO_PASSWORD'] ?? '';

interface Status {
  id: string;
  account: { username: string };
  media_attachments: unknown[];
  replies_count: number;
}

/** The newest public post of somebody that the condition holds for, as an address within the client. */
async function newest(username: string, condition: (post: Status) => boolean): Promise<string> {
  const account = await get<{ id: string }>(`/api/v1/accounts/lookup?acct=${username}`);
  const posts = await get<Status[]>(`/api/v1/accounts/${account.id}/statuses?limit=40&exclude_replies=true`);
  return `/@${username}/${posts.find(condition)?.id}`;
}

function answeredWithPicture({ replies_count, media_attachments }: Status): boolean {
  return replies_count > 0 && media_attachments.length > 0;
}

async function get<T>(path: string): Promise<T> {
  return (await (await fetch(PLATFORM + path)).json()) as T;
}

async function picture(page: Page, name: string): Promise<void> {
  await expect(page.locator('.skeleton, .follow-waiting')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' });
}

test.beforeEach(async ({ page }) => {
  await page.goto('/auth/sign_in');
  await page.locator('input[name=email]').fill(PERSON);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('form [type=submit]').first().click();
  await expect(page.getByRole('article').first()).toBeVisible();
});

test('home', async ({ page }) => {
  await picture(page, 'home');
});

test('profile', async ({ page }) => {
  await page.goto('/@haruka_m');
  await expect(page.getByRole('article').first()).toBeVisible();
  await picture(page, 'profile');
});

test('thread', async ({ page }) => {
  await page.goto(await newest('will_e', answeredWithPicture));
  await expect(page.getByRole('article').nth(1)).toBeVisible();
  await picture(page, 'thread');
});

test.describe('at night', () => {
  test.use({ colorScheme: 'dark', locale: 'es-ES' });

  test('a thread in Spanish', async ({ page }) => {
    await page.goto(await newest('noor_z', answeredWithPicture));
    await expect(page.getByRole('article').nth(1)).toBeVisible();
    await picture(page, 'dark');
  });
});

test.describe('in the hand', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });

  test('explore', async ({ page }) => {
    await page.goto('/explore');
    await expect(page.getByRole('article').first()).toBeVisible();
    await picture(page, 'phone');
  });
});
