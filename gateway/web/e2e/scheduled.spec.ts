import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter } from './support/person';
import { choosePicture, expectPicture, title } from './support/screen';

const MINUTE = 60_000;

/** As the field for it has it, by the clock of the browser. */
function inMinutes(minutes: number): string {
  const then = new Date(Date.now() + minutes * MINUTE);
  return new Date(then.getTime() - then.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}

test('a post is scheduled, moved, written anew and published', async ({ page, t, newcomer, language }) => {
  const words = `Not before its time: ${aWord()}`;
  await enter(page, newcomer);
  await page.goto('/');
  await page.getByRole('button', { name: t('compose.new'), exact: true }).first().click();
  const composer = page.getByRole('dialog');
  await composer.getByLabel(t('compose.text'), { exact: true }).fill(words);
  await composer.getByRole('button', { name: t('schedule.add') }).click();
  const time = page.getByLabel(t('schedule.when'));
  await time.fill(inMinutes(3));
  await expect(composer.getByRole('alert')).toHaveText(t('schedule.tooSoon'));
  await expect(composer.getByRole('button', { name: t('schedule.action'), exact: true })).toBeDisabled();
  await time.fill(inMinutes(90));
  await expectFitToBeSeen(page, `schedule-${language}`);
  await composer.getByRole('button', { name: t('schedule.action'), exact: true }).click();
  await page.getByRole('button', { name: t('compose.view'), exact: true }).click();

  await expect(title(page, t('schedule.title'))).toBeVisible();
  const waiting = page.getByRole('main').getByRole('article');
  await expect(waiting).toContainText(words);
  const due = await waiting.locator('time').getAttribute('datetime');
  await waiting.getByRole('button', { name: t('schedule.change') }).click();
  await time.fill(inMinutes(150));
  await page.getByRole('dialog').getByRole('button', { name: t('compose.save') }).click();
  await expect(waiting.locator('time')).not.toHaveAttribute('datetime', due ?? '');

  // Written anew with a picture, it takes its own place.
  await waiting.getByRole('button', { name: t('post.edit') }).click();
  await composer.getByLabel(t('compose.text'), { exact: true }).fill(`${words}, again`);
  await choosePicture(page, composer.getByRole('button', { name: t('compose.addImages') }));
  await expectPicture(composer.locator('.composer-image img'));
  await composer.getByRole('button', { name: t('schedule.action'), exact: true }).click();
  await expect(composer).toBeHidden();
  await expect(waiting).toHaveCount(1);
  await expect(waiting).toContainText(`${words}, again`);
  await expectPicture(waiting.locator('img'));
  await expectFitToBeSeen(page, `scheduled-${language}`);

  await waiting.getByRole('button', { name: t('schedule.now') }).click();
  await expect(page.getByRole('heading', { name: t('schedule.emptyTitle') })).toBeVisible();
  // What was scheduled before may still be offered, too.
  await page.getByRole('button', { name: t('compose.view'), exact: true }).last().click();
  await expect(page.getByRole('article').filter({ hasText: `${words}, again` })).toBeVisible();
  await page.goto('/scheduled');
  await expect(page.getByRole('heading', { name: t('schedule.emptyTitle') })).toBeVisible();
});

test('what is scheduled stays in the composer when it fails, and can be deleted', async ({ page, t, newcomer }) => {
  await newcomer.api.post('/api/v1/statuses', {
    status: 'Much too late',
    poll: { options: ['Yes', 'No'], expires_in: 3600 },
    scheduled_at: new Date(Date.now() + 60 * MINUTE).toISOString(),
  });
  await enter(page, newcomer);
  await page.goto('/scheduled');
  const waiting = page.getByRole('main').getByRole('article');
  await waiting.getByRole('button', { name: t('post.edit') }).click();
  const text = page.getByRole('dialog').getByLabel(t('compose.text'), { exact: true });
  await text.fill('Just in time');
  await page.route('**/api/v1/statuses', (route) => route.abort());
  await page.getByRole('dialog').getByRole('button', { name: t('schedule.action'), exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(t('compose.failed'));
  await expect(text).toHaveValue('Just in time');
  await page.getByRole('dialog').getByRole('button', { name: t('common.close') }).click();
  await expect(waiting).toContainText('Much too late');
  await expect(waiting.getByRole('list', { name: t('poll.title') })).toContainText('Yes');

  await waiting.getByRole('button', { name: t('post.delete') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('post.delete') }).click();
  await expect(page.getByRole('heading', { name: t('schedule.emptyTitle') })).toBeVisible();
});

test('the focus goes on with the next scheduled post, and from the last to the heading', async ({ page, t, newcomer }) => {
  for (const hours of [1, 2]) {
    await newcomer.api.post('/api/v1/statuses', {
      status: `In ${hours} hours`,
      scheduled_at: new Date(Date.now() + hours * 60 * MINUTE).toISOString(),
    });
  }
  await enter(page, newcomer);
  await page.goto('/scheduled');
  const waiting = page.getByRole('main').getByRole('article');
  await expect(waiting).toHaveCount(2);
  const removeFirst = async (): Promise<void> => {
    await waiting.first().getByRole('button', { name: t('post.delete') }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: t('post.delete') }).press('Enter');
  };
  await removeFirst();
  await expect(waiting).toHaveCount(1);
  await expect(waiting.getByRole('button', { name: t('post.edit') })).toBeFocused();
  await removeFirst();
  await expect(page.getByRole('heading', { name: t('schedule.emptyTitle') })).toBeVisible();
  await expect(title(page, t('schedule.title'))).toBeFocused();
});

test('a refusal is told in the language of the page', async ({ page, t, newcomer }) => {
  const { id } = await newcomer.api.post<{ id: string }>('/api/v1/statuses', {
    status: 'Soon',
    scheduled_at: new Date(Date.now() + 60 * MINUTE).toISOString(),
  });
  await enter(page, newcomer);
  await page.route(`**/api/v1/scheduled_statuses/${id}`, (route) =>
    route.request().method() === 'PUT'
      ? route.continue({ postData: JSON.stringify({ scheduled_at: new Date(Date.now() + 10_000 * 24 * 60 * MINUTE).toISOString() }), headers: { ...route.request().headers(), 'content-type': 'application/json' } })
      : route.continue(),
  );
  await page.goto('/scheduled');
  await page.getByRole('main').getByRole('button', { name: t('schedule.change') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('compose.save') }).click();
  await expect(page.getByText(t('schedule.refusal.far'))).toBeVisible();
});
