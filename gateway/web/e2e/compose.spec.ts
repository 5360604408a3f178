import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { aWord, enter } from './support/person';
import { choosePicture, expectPicture } from './support/screen';
import type { Texts } from './support/texts';

/** The composer above one's home. */
async function openComposer(page: Page, t: Texts): Promise<Locator> {
  await page.goto('/');
  await page.getByRole('button', { name: t('compose.placeholder') }).click();
  const composer = page.getByRole('main').getByRole('region', { name: t('compose.new') });
  await expect(composer.getByLabel(t('compose.text'), { exact: true })).toBeFocused();
  return composer;
}

test('a post in Markdown is seen before it is published, and goes out with a described image', async ({
  page,
  t,
  town,
}) => {
  const word = aWord();
  await enter(page, town.reader);
  const composer = await openComposer(page, t);
  await composer.getByLabel(t('compose.text'), { exact: true }).fill(`**Tulips** in the garden of ${word}`);
  await composer.getByRole('button', { name: t('compose.preview') }).click();
  await expect(composer.getByRole('region', { name: t('compose.preview') }).locator('strong')).toHaveText('Tulips');
  await composer.getByRole('button', { name: t('compose.write') }).click();

  await choosePicture(page, composer.getByRole('button', { name: t('compose.addImages') }));
  const description = `The garden of ${word}`;
  await composer.getByLabel(t('compose.describe', { position: 1 })).fill(description);
  await composer.getByRole('button', { name: t('compose.publish'), exact: true }).click();

  await expect(page.getByText(t('compose.published'))).toBeVisible();
  const post = page.getByRole('article').filter({ hasText: word });
  await expect(post.locator('strong')).toHaveText('Tulips');
  await expectPicture(post.getByAltText(description));
  await post.getByRole('button', { name: t('media.open', { text: description }) }).click();
  const viewer = page.getByRole('dialog', { name: t('media.viewer') });
  await expectPicture(viewer.getByRole('img', { name: description }));
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
});

test('only those see a post for whom it is meant', async ({ page, t, town, newcomer }) => {
  const word = aWord();
  await enter(page, town.reader);
  const composer = await openComposer(page, t);
  await composer.getByLabel(t('compose.text'), { exact: true }).fill(`Among friends: ${word}`);
  await composer.getByRole('button', { name: t('compose.warning') }).click();
  await composer.getByRole('textbox', { name: t('compose.warning') }).fill('Gossip');
  await composer
    .getByRole('button', { name: t('compose.visibility', { visibility: t('visibility.public') }) })
    .click();
  await composer.getByRole('button', { name: t('visibility.private') }).click();
  await composer.getByRole('button', { name: t('compose.publish'), exact: true }).click();

  const post = page.getByRole('article').filter({ hasText: 'Gossip' });
  await expect(post.getByText(word)).toBeHidden();
  await post.getByRole('button', { name: t('post.show') }).first().click();
  await expect(post.getByText(word)).toBeVisible();

  await post.getByRole('link').filter({ has: page.locator('time') }).click();
  await expect(page).toHaveURL(/\/@\w+\/\d+$/);
  await page.context().clearCookies();
  await enter(page, newcomer);
  await page.reload();
  await expect(page.getByRole('heading', { name: t('post.goneTitle') })).toBeVisible();
});

test('a draft outlives a reload, and an empty post cannot be sent', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  const composer = await openComposer(page, t);
  await expect(composer.getByRole('button', { name: t('compose.publish'), exact: true })).toBeDisabled();
  await composer.getByLabel(t('compose.text'), { exact: true }).fill('Not finished yet');
  await openComposer(page, t);
  await expect(composer.getByLabel(t('compose.text'), { exact: true })).toHaveValue('Not finished yet');
});

test('images that are marked as sensitive start hidden', async ({ page, t, town }) => {
  const word = aWord();
  await enter(page, town.reader);
  const composer = await openComposer(page, t);
  await composer.getByLabel(t('compose.text'), { exact: true }).fill(`Not for everybody: ${word}`);
  await choosePicture(page, composer.getByRole('button', { name: t('compose.addImages') }));
  await composer.getByLabel(t('compose.sensitive')).check();
  await composer.getByRole('button', { name: t('compose.publish'), exact: true }).click();
  const post = page.getByRole('article').filter({ hasText: word });
  await post.getByRole('button', { name: t('media.reveal') }).click();
  await expectPicture(post.locator('.media-item img'));
});
