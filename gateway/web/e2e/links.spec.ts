import { expect, test } from './support/fixtures';
import { publish } from './support/person';
import { shown, title } from './support/screen';
import { PICTURE_DESCRIPTION } from './support/town';

/** The properties of a page as programs read it that run no scripts. */
function propertiesOf(html: string): Map<string, string> {
  const metas = html.matchAll(/<meta property="([^"]+)" content="([^"]*)"/g);
  return new Map([...metas].map(([, property = '', content = '']) => [property, content]));
}

test('a link to a post is previewed without scripts', async ({ request, town, pictured }) => {
  const answer = await request.get(pictured.path);
  expect(answer.status()).toBe(200);
  const properties = propertiesOf(await answer.text());
  expect(properties.get('og:title')).toBe(`${town.author.name} (@${town.author.username})`);
  expect(properties.get('og:description')).toBe(pictured.text);
  expect(properties.get('og:type')).toBe('article');
  expect(properties.get('og:url')).toMatch(new RegExp(`^http.*${pictured.path}$`));
  expect(properties.get('og:image:alt')).toBe(PICTURE_DESCRIPTION);
  const image = await request.get(properties.get('og:image') ?? '');
  expect(image.headers()['content-type']).toMatch(/^image\//);
});

test('a link to a profile is previewed without scripts', async ({ request, town }) => {
  const properties = propertiesOf(await (await request.get(`/@${town.author.username}`)).text());
  expect(properties.get('og:title')).toBe(`${town.author.name} (@${town.author.username})`);
  expect(properties.get('og:type')).toBe('profile');
});

test('a preview never tells what is not for all', async ({ request, town }) => {
  const secret = await publish(town.author, 'For followers <b>only</b>', { visibility: 'private' });
  const html = await (await request.get(secret.path)).text();
  expect(html).not.toContain('For followers');
  expect(propertiesOf(html).has('og:description')).toBe(false);
});

test('deep links work on reload', async ({ page, t, town }) => {
  await page.goto('/explore');
  await expect(title(page, t('nav.explore'))).toBeVisible();
  await page.goto(town.reply.path);
  await expect(shown(page, town.question)).toBeVisible();
  await page.reload();
  await expect(shown(page, town.question)).toBeVisible();
  await expect(shown(page, town.reply)).toBeVisible();
  await page.goBack();
  await expect(title(page, t('nav.explore'))).toBeVisible();
});
