import type { Page, WebSocketRoute } from '@playwright/test';

import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { AT_ONCE, listensAt } from './support/listens';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter, follow, publish } from './support/person';
import { expectNoSidewaysScrolling, shown, title } from './support/screen';

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };

for (const [scheme, viewport] of [
  ['dark', PHONE],
  ['light', WIDE],
] as const) {
  test(`what one does appears at the other at once: ${scheme}, ${viewport.width} pixels`, async ({
    page,
    browser,
    t,
    newcomer,
    arrival,
    language,
  }) => {
    const author = await arrival();
    await follow(newcomer, author);
    const first = await publish(author, `First: ${aWord()}`, { language });
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: scheme });
    await enter(page, newcomer);
    await listensAt(page, '/');
    await expect(shown(page, first)).toBeVisible();
    const before = await shown(page, first).boundingBox();

    const second = await publish(author, `Second: ${aWord()}`, { language });
    const fresh = page.getByRole('button', { name: t('timeline.fresh', { count: 1 }) });
    await expect(fresh).toBeVisible({ timeout: AT_ONCE });
    await expect(shown(page, second)).toBeHidden();
    expect(await shown(page, first).boundingBox()).toEqual(before);
    await expectNoSidewaysScrolling(page);
    await fresh.click();
    await expect(shown(page, second)).toBeVisible();

    const edited = `Edited: ${aWord()}`;
    await author.api.put(`/api/v1/statuses/${second.id}`, { status: edited });
    await expect(shown(page, second)).toContainText(edited, { timeout: AT_ONCE });

    const others = await browser.newContext({ viewport, colorScheme: scheme });
    const beside = await others.newPage();
    await enter(beside, author);
    const own = await publish(newcomer, `Mine: ${aWord()}`, { language });
    await beside.goto(own.path);
    await shown(beside, own).getByRole('button', { name: t('post.favourite') }).first().click();
    const label = t('nav.notifications');
    await expect(
      page.getByRole('navigation', { name: t('nav.main') }).getByRole('link', {
        name: t('nav.unread', { label, count: 1 }),
      }),
    ).toBeVisible({ timeout: AT_ONCE });
    await expect(page).toHaveTitle(/^\(1\) /);
    await others.close();

    await author.api.delete(`/api/v1/statuses/${first.id}`);
    await expect(shown(page, first)).toHaveCount(0, { timeout: AT_ONCE });
  });
}

test('after a break a page reads what it missed', async ({ page, t, newcomer, arrival, language }) => {
  const author = await arrival();
  await follow(newcomer, author);
  const first = await publish(author, `First: ${aWord()}`, { language });
  const routes: WebSocketRoute[] = [];
  let refused = false;
  await page.routeWebSocket(/\/api\/v1\/streaming/, (route) => {
    routes.push(route);
    if (refused) {
      void route.close({ code: 1001 });
    } else {
      route.connectToServer();
    }
  });
  await enter(page, newcomer);
  await page.goto('/');
  await expect(shown(page, first)).toBeVisible();
  await eventually('the connection', async () => routes.length > 0);

  refused = true;
  await Promise.all(routes.map((route) => route.close({ code: 1001 })));
  const missed = await publish(author, `Missed: ${aWord()}`, { language });
  refused = false;
  const fresh = page.getByRole('button', { name: t('timeline.fresh', { count: 1 }) });
  await expect(fresh).toBeVisible({ timeout: 2 * AT_ONCE });
  await fresh.click();
  await expect(shown(page, missed)).toBeVisible();

  await publish(author, `Heard: ${aWord()}`, { language });
  await expect(fresh).toBeVisible({ timeout: AT_ONCE });
});

test('the tabs of a browser share one connection, and another one goes on with it', async ({
  page,
  context,
  t,
  newcomer,
  arrival,
  language,
}) => {
  const author = await arrival();
  await follow(newcomer, author);
  const first = await publish(author, `First: ${aWord()}`, { language });
  await enter(page, newcomer);
  await listensAt(page, '/');
  await expect(shown(page, first)).toBeVisible();
  const beside = await context.newPage();
  const opened: string[] = [];
  beside.on('websocket', (socket) => opened.push(socket.url()));
  await beside.goto('/');
  await expect(shown(beside, first)).toBeVisible();
  await publish(author, `For both: ${aWord()}`, { language });
  const fresh = (tab: Page, count: number) => tab.getByRole('button', { name: t('timeline.fresh', { count }) });
  await expect(fresh(page, 1)).toBeVisible({ timeout: AT_ONCE });
  await expect(fresh(beside, 1)).toBeVisible({ timeout: AT_ONCE });
  expect(opened).toEqual([]);

  const inherited = beside.waitForEvent('websocket');
  await page.close();
  await (await inherited).waitForEvent('framesent', (frame) => String(frame.payload).includes('"user"'));
  await publish(author, `For the heir: ${aWord()}`, { language });
  await expect(fresh(beside, 2)).toBeVisible({ timeout: AT_ONCE });
});

test('what was read in one tab is unread in none', async ({ page, context, t, newcomer, arrival, language }) => {
  await enter(page, newcomer);
  await listensAt(page, '/');
  const mention = await publish(await arrival(), `@${newcomer.username} welcome`, { language });
  const main = page.getByRole('navigation', { name: t('nav.main') });
  const unread = main.getByRole('link', { name: t('nav.unread', { label: t('nav.notifications'), count: 1 }) });
  await expect(unread).toBeVisible({ timeout: AT_ONCE });

  const beside = await context.newPage();
  await beside.goto('/notifications');
  await expect(shown(beside, mention)).toBeVisible();
  await expect(unread).toBeHidden({ timeout: AT_ONCE });
  await expect(main.getByRole('link', { name: t('nav.notifications'), exact: true })).toBeVisible();
});

test('who signs out in one tab has signed out in all', async ({ page, context, t, server, arrival }) => {
  await enter(page, await arrival());
  await listensAt(page, '/');
  const beside = await context.newPage();
  await beside.goto('/auth/sign_out');
  await beside.getByRole('button', { name: server('sign_out.title') }).click();
  await expect(beside.getByText(server('sign_in.signed_out'))).toBeVisible();
  await expect(page.getByRole('dialog', { name: t('session.endedTitle') })).toBeVisible({ timeout: 2 * AT_ONCE });
});

test('hashtags, conversations and notifications come by themselves', async ({ page, t, newcomer, town, language }) => {
  const { author } = town;
  const tag = aWord();
  const begun = await publish(author, `To begin with #${tag}`, { language });
  await enter(page, newcomer);
  await listensAt(page, `/tags/${tag}`);
  await expect(shown(page, begun)).toBeVisible();
  await publish(author, `To go on #${tag}`, { language });
  await expect(page.getByRole('button', { name: t('timeline.fresh', { count: 1 }) })).toBeVisible({ timeout: AT_ONCE });

  await listensAt(page, '/notifications');
  await expect(page.getByRole('heading', { name: t('notifications.emptyTitle') })).toBeVisible();
  const mention = await publish(author, `@${newcomer.username} welcome`, { language });
  await expect(shown(page, mention)).toBeVisible({ timeout: AT_ONCE });
  const another = await publish(author, `@${newcomer.username} again`, { language });
  await expect(shown(page, another)).toBeVisible({ timeout: AT_ONCE });

  await listensAt(page, '/conversations');
  await publish(author, `@${newcomer.username} in private`, { visibility: 'direct', language });
  await expect(page.getByRole('article', { name: t('conversations.unreadWith', { names: author.name }) })).toBeVisible({
    timeout: AT_ONCE,
  });
});

test('whom one does not know waits until one decides', async ({ page, t, newcomer, town, language }) => {
  const { author } = town;
  await enter(page, newcomer);
  await page.goto('/settings/notifications');
  const choice = page.getByLabel(t('policy.notFollowing'));
  await choice.selectOption('filter');
  await expect(page.getByText(t('settings.saved'))).toBeVisible();
  await expectFitToBeSeen(page, `notification-policy-${language}`);
  await page.reload();
  await expect(choice).toHaveValue('filter');

  const mention = await publish(author, `@${newcomer.username} do you know me?`, { language });
  await eventually('the request', async () => {
    const requests = await newcomer.api.get<unknown[]>('/api/v1/notifications/requests');
    return requests.length === 1;
  });
  await page.goto('/notifications');
  await page.getByRole('link', { name: t('policy.waiting', { count: 1 }) }).click();
  await expect(title(page, t('policy.requests'))).toBeVisible();
  await expectFitToBeSeen(page, `notification-requests-${language}`);
  await page.getByRole('button', { name: `${t('notifications.accept')} ${author.name}` }).click();
  await expect(page.getByRole('heading', { name: t('policy.emptyTitle') })).toBeVisible();
  await page.goto('/notifications');
  await expect(shown(page, mention)).toBeVisible();
});
