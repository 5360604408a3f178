import { expect, test } from './support/fixtures';
import { eventually } from './support/eventually';
import { enter, follow, publish } from './support/person';
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

test('a name that runs from right to left turns no sentence round', async ({ page, town, newcomer }) => {
  const post = await publish(newcomer, 'Who likes this?');
  await town.neighbour.api.post(`/api/v1/statuses/${post.id}/favourite`);
  const name = 'عمر خليل';
  const others = await eventually('the notification', async () => {
    const found = await newcomer.api.get<{ account: object }[]>('/api/v1/notifications');
    return found.length > 0 && found;
  });
  const renamed = others.map((each) => ({ ...each, account: { ...each.account, display_name: name } }));
  await page.route('**/api/v1/notifications?*', (route) => route.fulfill({ json: renamed }));
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
