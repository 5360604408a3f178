import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { madeOwner } from './support/operator';
import { enter } from './support/person';
import { expectNoSidewaysScrolling, SCREENSHOTS, title } from './support/screen';

interface Mail {
  kind: string;
  html: string;
  locale: string;
}

test('an owner sees what is left of the budget, and how each mail looks', async ({ page, t, arrival, language }) => {
  test.slow();
  await enter(page, await madeOwner(await arrival()));
  await page.goto('/settings');
  await page.getByRole('main').getByRole('link', { name: t('mails.title') }).click();
  await expect(title(page, t('mails.title'))).toBeVisible();
  const budget = page.getByRole('region', { name: t('mails.budget') });
  await expect(budget).toContainText(t('mails.forecast'));
  await expect(budget).toContainText(t('mails.anyNumber'));

  const mail = page.getByRole('region', { name: t('mails.preview') }).locator('iframe');
  const letter = mail.contentFrame();
  await expect(letter.locator('html')).toHaveAttribute('lang', language);
  await page.getByLabel(t('mails.kind')).selectOption('digest.weekly');
  await expect(letter.locator('h2')).toHaveCount(4);
  await expectFitToBeSeen(page, `mails-${language}`);

  const background = () => letter.locator('.card').evaluate((it) => getComputedStyle(it).backgroundColor);
  expect(await background()).toBe('rgb(255, 255, 255)');
  await page.getByLabel(t('settings.appearance')).selectOption('dark');
  await expect.poll(background).toBe('rgb(27, 30, 37)');
  await page.getByLabel(t('mails.width')).selectOption('600');
  await expect(mail).toHaveAttribute('width', '600');
  await page.getByLabel(t('search.language')).selectOption('ar');
  await expect(letter.locator('html')).toHaveAttribute('dir', 'rtl');
  await expectFitToBeSeen(page, `mails-dark-${language}`);
});

test('each mail can be read on a phone, in light and dark, from the left and from the right', async ({ page, arrival }) => {
  test.slow();
  await enter(page, await madeOwner(await arrival()));
  const read = async <T>(path: string): Promise<T> => (await (await page.request.get(`/api/v1/admin/mails${path}`)).json()) as T;
  const kinds = await read<Mail[]>('');
  expect(kinds.length).toBeGreaterThan(30);
  for (const { kind } of kinds) {
    for (const locale of ['en', 'ar']) {
      const { html } = await read<Mail>(`/${kind}?locale=${locale}`);
      await page.goto('about:blank');
      await page.setContent(html);
      for (const width of [360, 600]) {
        await page.setViewportSize({ width, height: 740 });
        await expectNoSidewaysScrolling(page);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: `${SCREENSHOTS}/mail-${kind}-${locale}-${width}-${colorScheme}.png`, fullPage: true });
        }
      }
    }
  }
});

test('nobody else sees how mails look', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/moderation/mails');
  await expect(page.getByText(t('mails.denied'))).toBeVisible();
});
