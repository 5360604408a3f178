import { expect, test } from './support/fixtures';
import { eventually } from './support/eventually';
import { AT_ONCE, listensAt } from './support/listens';
import { expectFitToBeSeen } from './support/looks';
import { type Person, enter, follow, publish } from './support/person';
import { shown, title } from './support/screen';

test('what others did is announced, told, and then known', async ({ page, t, town, newcomer }) => {
  const { author } = town;
  const label = t('nav.notifications');
  const post = await publish(newcomer, 'My first post');
  await follow(author, newcomer);
  await author.api.post(`/api/v1/statuses/${post.id}/favourite`);
  await author.api.post(`/api/v1/statuses/${post.id}/reblog`);
  const mention = await publish(author, `@${newcomer.username} welcome!`);
  await eventually('four notifications', async () => {
    const notifications = await newcomer.api.get<unknown[]>('/api/v1/notifications');
    return notifications.length === 4;
  });

  await enter(page, newcomer);
  await page.goto('/');
  const nav = page.getByRole('navigation', { name: t('nav.main') });
  await expect(page).toHaveTitle(/^\(4\) /);
  await nav.getByRole('link', { name: t('nav.unread', { label, count: 4 }) }).click();
  await expect(title(page, label)).toBeFocused();
  for (const deed of ['followed', 'favourited', 'boosted', 'mentioned']) {
    await expect(page.getByRole('article', { name: t(`notifications.${deed}`, { name: author.name }) })).toBeVisible();
  }
  await page
    .getByRole('navigation', { name: t('notifications.filters') })
    .getByRole('link', { name: t('notifications.mentions') })
    .click();
  await expect(shown(page, mention)).toBeVisible();
  await expect(page.getByText(t('notifications.followed', { name: author.name }))).toBeHidden();
  await expect(nav.getByRole('link', { name: label, exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/^[^(]/);
});

test('what several did to one post is one row, to which others come', async ({ page, t, town, newcomer, arrival }) => {
  const { author, neighbour, reader } = town;
  const post = await publish(newcomer, 'Whom does this please?');
  const pleases = async (person: Person, count: number): Promise<void> => {
    await person.api.post(`/api/v1/statuses/${post.id}/favourite`);
    await eventually(`the favourite of ${person.username}`, async () => {
      const found = await newcomer.api.get<unknown[]>('/api/v1/notifications');
      return found.length === count;
    });
  };
  await pleases(author, 1);
  await pleases(neighbour, 2);
  const mention = await publish(author, `@${newcomer.username} well said`);
  await enter(page, newcomer);
  await listensAt(page, '/notifications');
  const two = page.getByRole('article', {
    name: t('notifications.favouritedByTwo', { name: neighbour.name, other: author.name }),
  });
  await expect(two).toBeVisible();
  await expect(shown(page, mention)).toBeVisible({ timeout: AT_ONCE });

  await reader.api.post(`/api/v1/statuses/${post.id}/favourite`);
  const row = page.locator('.notification').filter({ hasText: post.text });
  const three = t('notifications.favouritedByMany', { name: reader.name, other: neighbour.name, count: 1 });
  await expect(row).toHaveAttribute('aria-label', three, { timeout: AT_ONCE });
  await expect(page.locator('.notification').first()).toHaveAttribute('aria-label', three);

  await row.getByRole('button', { name: t('notifications.showAll', { count: 3 }) }).click();
  for (const person of [author, neighbour, reader]) {
    await expect(row.locator('.person-card').filter({ hasText: person.name })).toBeVisible();
  }
  await expectFitToBeSeen(page, 'notifications-expanded');

  // Further down, nothing moves until one asks for what is new.
  const stranger = await arrival();
  await page.setViewportSize({ width: 1280, height: 320 });
  await page.evaluate(() => window.scrollTo({ top: 300 }));
  const before = await shown(page, mention).boundingBox();
  await stranger.api.post(`/api/v1/statuses/${post.id}/favourite`);
  const fresh = page.getByRole('button', { name: t('notifications.fresh', { count: 1 }) });
  await expect(fresh).toBeVisible({ timeout: AT_ONCE });
  expect(await shown(page, mention).boundingBox()).toEqual(before);
  await fresh.click();
  const four = t('notifications.favouritedByMany', { name: stranger.name, other: reader.name, count: 2 });
  await expect(row).toHaveAttribute('aria-label', four);
  await expect(row).toHaveCount(1);
});

test('rows are walked by keys, looked at by kind, and put away', async ({ page, t, town, newcomer }) => {
  const post = await publish(newcomer, 'By keys alone?');
  await follow(town.author, newcomer);
  await town.author.api.post(`/api/v1/statuses/${post.id}/reblog`);
  await eventually('both notifications', async () => {
    const found = await newcomer.api.get<unknown[]>('/api/v1/notifications');
    return found.length === 2;
  });
  await enter(page, newcomer);
  await page.goto('/notifications');
  const boosted = page.getByRole('article', { name: t('notifications.boosted', { name: town.author.name }) });
  const followed = page.getByRole('article', { name: t('notifications.followed', { name: town.author.name }) });
  await expect(boosted).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.locator('.notification').first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.locator('.notification').last()).toBeFocused();

  await page.getByRole('button', { name: t('notifications.menu') }).click();
  await page.getByRole('button', { name: t('notifications.boosts') }).click();
  await expect(followed).toBeHidden();
  await boosted.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${post.path}$`));
  await page.goBack();

  await boosted.getByRole('button', { name: t('notifications.dismiss') }).click();
  await expect(page.getByRole('heading', { name: t('notifications.emptyTitle') })).toBeVisible();
  await page.goto('/notifications');
  await expect(followed).toBeVisible();
  await expect(boosted).toBeHidden();
  await page.getByRole('button', { name: t('notifications.menu') }).click();
  await page.getByRole('button', { name: t('notifications.clear') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('notifications.clear') }).click();
  await expect(page.getByRole('heading', { name: t('notifications.emptyTitle') })).toBeVisible();
});

test('a name that runs from right to left turns no sentence round', async ({ page, town, newcomer }) => {
  const post = await publish(newcomer, 'Who likes this?');
  await town.neighbour.api.post(`/api/v1/statuses/${post.id}/favourite`);
  const name = 'عمر خليل';
  const told = await eventually('the notification', async () => {
    const found = await newcomer.api.get<{ accounts: object[] }>('/api/v2/notifications');
    return found.accounts.length > 0 && found;
  });
  const renamed = { ...told, accounts: told.accounts.map((each) => ({ ...each, display_name: name })) };
  await page.route('**/api/v2/notifications?*', (route) => route.fulfill({ json: renamed }));
  await enter(page, newcomer);
  await page.goto('/notifications');
  const text = page.locator('.notification-text');
  await expect(text).toContainText(name);
  const edges = await text.evaluate((it, sought) => {
    const node = it.firstChild as Text;
    const at = node.data.indexOf(sought);
    const rectOf = (from: number, to: number): DOMRect => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getBoundingClientRect();
    };
    const after = node.data.slice(at + sought.length).trim();
    const rest = after === '' ? null : rectOf(node.data.length - 4, node.data.length);
    return { name: rectOf(at, at + sought.length).left, rest: rest?.left ?? Infinity };
  }, name);
  expect(edges.rest).toBeGreaterThan(edges.name);
});

test('without news there is a kind word', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/notifications');
  await expect(page.getByRole('heading', { name: t('notifications.emptyTitle') })).toBeVisible();
});
