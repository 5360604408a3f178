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
});

test('without news there is a kind word', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/notifications');
  await expect(page.getByRole('heading', { name: t('notifications.emptyTitle') })).toBeVisible();
});
