import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter, publish } from './support/person';
import { shown, title } from './support/screen';

interface Insight {
  totals: { favourites_count: number };
}

test('authors see how their posts fare, as plots, as tables and to take along', async ({ page, t, town, newcomer, language }) => {
  const post = await publish(newcomer, `To be liked: ${aWord()}`);
  await town.reader.api.post(`/api/v1/statuses/${post.id}/favourite`);
  await eventually('the favourite in the insights', async () => {
    const { totals } = await newcomer.api.get<Insight>('/api/v1/insights/profile');
    return totals.favourites_count === 1;
  });
  await enter(page, newcomer);
  await page.goto('/insights');
  await expect(title(page, t('nav.insights'))).toBeVisible();
  await expect(page.getByRole('img', { name: t('insights.reactions'), exact: true })).toBeVisible();
  const reactions = page.getByRole('region', { name: t('insights.reactions'), exact: true }).first();
  await reactions.getByText(t('insights.asTable')).click();
  const table = reactions.getByRole('table', { name: t('insights.reactions') });
  await expect(table.getByRole('columnheader', { name: t('nav.favourites') })).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(29);
  await expect(table.getByRole('row').last()).toContainText('1');
  await expectFitToBeSeen(page, `insights-${language}`);

  await page.getByLabel(t('insights.by')).selectOption('week');
  await expect(page).toHaveURL(/by=week/);
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(7);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: t('insights.profileTable') }).click();
  expect((await download).suggestedFilename()).toBe('profile.csv');

  await expect(shown(page, post)).toBeVisible();
  await page.getByRole('link', { name: t('insights.more') }).click();
  await expect(title(page, t('insights.ofPost'))).toBeVisible();
  await expect(shown(page, post)).toBeVisible();
  await expectFitToBeSeen(page, `post-insights-${language}`);
});

test('nobody sees the insights of others', async ({ page, t, town, newcomer }) => {
  await enter(page, newcomer);
  await page.goto(`/insights/${town.plain.id}`);
  await expect(page.getByRole('heading', { name: t('post.goneTitle') })).toBeVisible();
});
