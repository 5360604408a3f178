import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter, publish } from './support/person';
import { shown } from './support/screen';

interface Quoting {
  id: string;
  quote: { state: string; quoted_status: { id: string } | null } | null;
  quote_approval: { automatic: string[] };
}

test('a post is quoted from its menu', async ({ page, t, town, language }) => {
  const quoted = await publish(town.author, `Said first, ${aWord()}`);
  const words = `Said of it, ${aWord()}`;
  await enter(page, town.reader);
  await page.goto(quoted.path);
  await shown(page, quoted).getByRole('button', { name: t('post.moreActions') }).click();
  await page.getByRole('button', { name: t('quote.action'), exact: true }).click();
  const composer = page.getByRole('dialog', { name: t('compose.new') });
  await expect(composer.locator('[data-quoted]')).toContainText(quoted.text);
  await expect(composer.getByRole('button', { name: t('compose.addImages') })).toBeDisabled();
  await composer.getByLabel(t('compose.text'), { exact: true }).fill(words);
  await composer.getByRole('button', { name: t('compose.publish'), exact: true }).click();
  await page.goto(`/@${town.reader.username}`);

  const post = page.getByRole('article').filter({ hasText: words });
  await expect(post.locator('[data-quoted]')).toContainText(quoted.text);
  await expect(post).not.toContainText('RE:');
  await expectFitToBeSeen(page, `quote-${language}`);

  await page.goto(quoted.path);
  await page.getByRole('link', { name: t('quote.count', { count: 1 }) }).click();
  await expect(page.getByRole('article').filter({ hasText: words })).toBeVisible();
});

test('its author takes a post out of a quote, or thinks better of it', async ({ page, t, town }) => {
  const quoted = await publish(town.author, `Mine, ${aWord()}`);
  const quoting = await publish(town.reader, `Quoted, ${aWord()}`, { quoted_status_id: quoted.id });
  await enter(page, town.author);
  await page.goto(quoting.path);
  const post = shown(page, quoting);
  await expect(post.locator('[data-quoted]')).toContainText(quoted.text);

  const revoke = async (): Promise<void> => {
    await post.getByRole('button', { name: t('post.moreActions') }).click();
    await page.getByRole('button', { name: t('quote.revoke') }).click();
    await expect(post.getByText(t('quote.revoked'))).toBeVisible();
  };
  await revoke();
  await page.getByRole('button', { name: t('common.undo') }).click();
  await expect(post.locator('[data-quoted]')).toBeVisible();
  await revoke();

  await expect
    .poll(async () => (await town.reader.api.get<Quoting>(`/api/v1/statuses/${quoting.id}`)).quote?.state, { timeout: 20_000 })
    .toBe('revoked');
});

test('an author decides who may quote', async ({ page, t, town }) => {
  const words = `For few, ${aWord()}`;
  await enter(page, town.author);
  await page.goto('/');
  await page.getByRole('button', { name: t('compose.placeholder') }).click();
  const composer = page.getByRole('main').getByRole('region', { name: t('compose.new') });
  await composer.getByLabel(t('compose.text'), { exact: true }).fill(words);
  await composer.getByRole('button', { name: t('quote.policy') }).click();
  await composer.getByRole('button', { name: t('quote.policies.nobody'), exact: true }).click();
  await composer.getByRole('button', { name: t('compose.publish'), exact: true }).click();
  const post = page.getByRole('article').filter({ hasText: words });
  await expect(post).toBeVisible();
  const id = (await post.getAttribute('data-post')) ?? '';
  const policy = async (): Promise<string[]> =>
    (await town.author.api.get<Quoting>(`/api/v1/statuses/${id}`)).quote_approval.automatic;
  expect(await policy()).toEqual([]);

  await post.getByRole('button', { name: t('post.moreActions') }).click();
  await page.getByRole('button', { name: t('quote.policies.followers'), exact: true }).click();
  await expect.poll(policy).toEqual(['followers']);
});
