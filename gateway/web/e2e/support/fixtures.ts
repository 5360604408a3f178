import { expect, test as base } from '@playwright/test';

import { type Person, type Post, signUp } from './person';
import { type Language, type Texts, clientTexts, serverTexts } from './texts';
import { type Town, aPicturedPost, aTown } from './town';

export interface WorkerOptions {
  language: Language;
}

interface WorkerFixtures extends WorkerOptions {
  /** People and posts that the tests of one process share. No test may depend on how many they are. */
  town: Town;
  /** A post of the town's author with a picture. */
  pictured: Post;
  /** Somebody new at each call, who has signed up while an earlier walk went on. */
  arrival: () => Promise<Person>;
}

interface Fixtures {
  /** The client's texts. */
  t: Texts;
  /** The texts of the server's pages. */
  server: Texts;
  /** Somebody who has just confirmed their address. */
  newcomer: Person;
}

export { expect };

export const test = base.extend<Fixtures, WorkerFixtures>({
  language: ['en', { option: true, scope: 'worker' }],
  town: [async ({ language }, use) => use(await aTown(language)), { scope: 'worker', timeout: 180_000 }],
  pictured: [async ({ town, language }, use) => use(await aPicturedPost(town.author, language)), { scope: 'worker' }],
  arrival: [
    async ({ language }, use) => {
      const coming = (): Promise<Person> => {
        const person = signUp('Nora', language);
        // Whoever gets it hears of what went wrong.
        person.catch(() => {});
        return person;
      };
      let next = coming();
      await use(() => {
        const arrived = next;
        next = coming();
        return arrived;
      });
    },
    { scope: 'worker' },
  ],
  t: async ({ language }, use) => use(clientTexts(language)),
  server: async ({ language }, use) => use(serverTexts(language)),
  newcomer: async ({ arrival }, use) => use(await arrival()),

  // No page may throw, or want what its content security policy forbids.
  page: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('Content Security Policy')) {
        problems.push(message.text());
      }
    });
    await use(page);
    expect(problems, 'errors on the page').toEqual([]);
  },
});
