import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter, publish } from './support/person';

/**
 * The server fetches no page of a test's network, so the card is put into its answers on the way. The stream, which would
 * bring the post without it, says nothing.
 */
async function withCard(page: Page, title: string, more: object = {}): Promise<void> {
  await page.routeWebSocket(/\/api\/v1\/streaming/, () => {});
  await page.route(/\/api\/v1\/(statuses\/\d+|statuses\?.*|timelines\/home.*|accounts\/\d+\/statuses.*)$/, async (route) => {
    const response = await route.fetch();
    const card = {
      url: 'https://www.news.example/story',
      title,
      description: 'What the page says of itself.',
      language: 'en',
      type: 'link',
      author_name: '',
      author_url: '',
      provider_name: '',
      provider_url: '',
      html: '',
      width: 0,
      height: 0,
      image: null,
      image_description: '',
      embed_url: '',
      blurhash: null,
      published_at: null,
      authors: [],
      ...more,
    };
    const linked = (status: { content: string }): object =>
      status.content.includes('news.example') ? { ...status, card } : status;
    const body: unknown = await response.json();
    await route.fulfill({ response, json: Array.isArray(body) ? body.map(linked) : linked(body as { content: string }) });
  });
}

test('a post shows what it links to, with host and title', async ({ page, newcomer }) => {
  const title = `Story ${aWord()}`;
  await withCard(page, title);
  await enter(page, newcomer);
  const post = await publish(newcomer, `Read https://www.news.example/story ${aWord()}`);
  await page.goto(post.path);

  const card = page.getByRole('main').getByRole('link', { name: title });
  await expect(card).toHaveAttribute('href', 'https://www.news.example/story');
  await expect(card).toHaveAttribute('rel', /noopener/);
  await expect(card).toContainText('news.example');
  await expectFitToBeSeen(page, 'card');
});

test('what a post links to stays behind its warning', async ({ page, t, newcomer }) => {
  const title = `Story ${aWord()}`;
  await withCard(page, title);
  const post = await publish(newcomer, 'Read https://www.news.example/story', { spoiler_text: 'News' });
  await enter(page, newcomer);
  await page.goto(post.path);

  const card = page.getByRole('main').getByRole('link', { name: title });
  await expect(page.getByText('News', { exact: true })).toBeVisible();
  await expect(card).toBeHidden();
  await page.getByRole('button', { name: t('post.show'), exact: true }).click();
  await expect(card).toBeVisible();
});

test('whom a page names without their leave can allow it', async ({ page, t, newcomer }) => {
  await withCard(page, 'My story', { missing_attribution: true });
  const post = await publish(newcomer, `Read https://www.news.example/story ${aWord()}`);
  await enter(page, newcomer);
  await page.goto(post.path);
  await expect(page.getByText(t('media.cardClaims'))).toBeVisible();
  await page.getByRole('link', { name: t('media.cardAllow') }).click();
  await expect(page.getByLabel(t('profile.domains'), { exact: true })).toBeVisible();
});
