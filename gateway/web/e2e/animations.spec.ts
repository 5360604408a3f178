import type { Locator } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { anAnimation } from './support/picture';
import { expectAccessible, expectPicture, shown } from './support/screen';
import { aPicturedPost, PICTURE_DESCRIPTION } from './support/town';

/** Moves, or stands still. */
async function expectSource(image: Locator, end: '.gif' | '.jpg'): Promise<void> {
  await expect(image).toHaveAttribute('src', new RegExp(`\\${end}$`));
  await expectPicture(image);
}

test('an animation stands still where the reader asks for less motion, until it is played', async ({
  page,
  t,
  town,
  language,
}) => {
  const animated = await aPicturedPost(town.author, language, anAnimation());
  await page.goto(animated.path);
  const post = shown(page, animated);
  const image = post.getByAltText(PICTURE_DESCRIPTION);
  await expectSource(image, '.jpg');
  await expectAccessible(page, 'an animation');

  await post.getByRole('button', { name: t('media.play') }).click();
  await expectSource(image, '.gif');
  await post.getByRole('button', { name: t('media.pause') }).click();
  await expectSource(image, '.jpg');

  await post.getByRole('button', { name: t('media.open', { text: PICTURE_DESCRIPTION }) }).click();
  const viewer = page.getByRole('dialog', { name: t('media.viewer') });
  await expectSource(viewer.getByRole('img', { name: PICTURE_DESCRIPTION }), '.jpg');
  await viewer.getByRole('button', { name: t('media.play') }).click();
  await expectSource(viewer.getByRole('img', { name: PICTURE_DESCRIPTION }), '.gif');
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
});

test('an animation moves where nobody asks for less motion', async ({ page, t, town, language }) => {
  const animated = await aPicturedPost(town.author, language, anAnimation());
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto(animated.path);
  const post = shown(page, animated);

  await expectSource(post.getByAltText(PICTURE_DESCRIPTION), '.gif');
  await expect(post.getByRole('button', { name: t('media.pause') })).toBeVisible();
});
