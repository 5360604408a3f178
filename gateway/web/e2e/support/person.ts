import { randomInt } from 'node:crypto';

import { type Cookie, type Page, request } from '@playwright/test';

import { type Api, BUSY, apiOf } from './api';
import { eventually } from './eventually';
import { linkMailedTo } from './mailbox';
import { PLATFORM } from './platform';
import type { Language, Texts } from './texts';

export const PASSWORD = 'correct horse battery staple';
const OUT_OF_BAND = 'urn:ietf:wg:oauth:2.0:oob';
const SCOPES = 'read write follow';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Somebody with an account, who uses the API here and the pages in the tests. */
export interface Person {
  id: string;
  username: string;
  name: string;
  api: Api;
  /** What a browser holds in which they are signed in. */
  cookies: Cookie[];
}

export interface Post {
  id: string;
  /** Its address within the client. */
  path: string;
  text: string;
}

interface Account {
  id: string;
  username: string;
  display_name: string;
}

/** Letters that nobody else has used. */
export function aWord(length = 12): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** The word as somebody types who hurries: a letter in its middle is another. */
export function mistyped(word: string): string {
  const middle = Math.floor(word.length / 2);
  return word.slice(0, middle) + (word[middle] === 'x' ? 'y' : 'x') + word.slice(middle + 1);
}

export function addressOf(username: string): string {
  return `${username}@example.org`;
}

/** Signs up with a name of their own, confirms the address by the mail, and signs a browser in. */
export async function signUp(firstName: string, language: Language): Promise<Person> {
  const surname = aWord(9);
  const username = `${firstName.toLowerCase()}_${surname}`;
  const api = apiOf(await registered(username, language));
  await confirm(await linkMailedTo(addressOf(username), '/auth/confirmation'));
  const name = `${firstName} ${surname[0]?.toUpperCase()}${surname.slice(1)}`;
  const [account, cookies] = await Promise.all([
    eventually(`the account of ${username}`, () => named(api, name)),
    aBrowserOf(username),
  ]);
  return { id: account.id, username, name, api, cookies };
}

/** Makes an account by a new app and returns its token. */
async function registered(username: string, locale: Language): Promise<string> {
  const app = await apiOf().post<{ client_id: string; client_secret: string }>('/api/v1/apps', {
    client_name: 'End-to-end tests',
    redirect_uris: OUT_OF_BAND,
    scopes: SCOPES,
  });
  const { access_token: appToken } = await apiOf().post<{ access_token: string }>('/oauth/token', {
    grant_type: 'client_credentials',
    client_id: app.client_id,
    client_secret: app.client_secret,
    scope: SCOPES,
  });
  const account = { username, email: addressOf(username), password: PASSWORD, agreement: true, locale };
  return (await apiOf(appToken).post<{ access_token: string }>('/api/v1/accounts', account)).access_token;
}

/** Follows the link of a mail, and presses the button of its page. */
async function confirm(link: string): Promise<void> {
  const browser = await request.newContext();
  const page = await (await browser.get(link)).text();
  const answer = await browser.post(new URL('/auth/confirmation', link).href, {
    form: { confirmation_token: new URL(link).searchParams.get('confirmation_token') ?? '', _csrf: csrfOf(page) },
  });
  await browser.dispose();
  if (!answer.ok()) {
    throw new Error(`${link} answered ${answer.status()}`);
  }
}

/** What proves that a form is one of the server's page. */
function csrfOf(page: string): string {
  return /name="_csrf"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** Takes a display name; null as long as the confirmation has not come through. */
async function named(api: Api, name: string): Promise<Account | null> {
  const active = (await api.status('/api/v1/accounts/verify_credentials')) === 200;
  return active ? api.patch<Account>('/api/v1/accounts/update_credentials', { display_name: name }) : null;
}

/** Signs one more browser in and returns its cookies. */
export function aBrowserOf(username: string): Promise<Cookie[]> {
  return eventually(`${username} to be signed in`, () => signedIn(username));
}

/** Signs in by the server's page and returns the browser's cookies; null as long as the server is busy. */
async function signedIn(username: string): Promise<Cookie[] | null> {
  const browser = await request.newContext({ baseURL: PLATFORM });
  const page = await (await browser.get('/auth/sign_in')).text();
  const answer = await browser.post('/auth/sign_in', {
    form: { email: addressOf(username), password: PASSWORD, _csrf: csrfOf(page) },
    maxRedirects: 0,
  });
  const { cookies } = await browser.storageState();
  await browser.dispose();
  if (answer.status() === BUSY) {
    return null;
  }
  if (answer.status() !== 302 && answer.status() !== 303) {
    throw new Error(`${username} could not sign in: ${answer.status()}`);
  }
  return cookies;
}

/** Signs in by the server's page; the page that follows belongs to the client. */
export async function signIn(page: Page, server: Texts, name: string, password: string, remember = false): Promise<void> {
  await page.goto('/auth/sign_in');
  await page.getByLabel(server('sign_in.name')).fill(name);
  await page.getByLabel(server('password'), { exact: true }).fill(password);
  await page.getByLabel(server('sign_in.remember')).setChecked(remember);
  await page.getByRole('button', { name: server('sign_in.submit') }).click();
}

/** Ticks the box of the sign-up page, which is there where the server has rules. */
export async function agreeToRules(page: Page, server: Texts): Promise<void> {
  const box = page.getByLabel(server('sign_up.agreement'));
  if ((await box.count()) > 0) {
    await box.check();
  }
}

/** Lets this browser be that of a person who is signed in. */
export async function enter(page: Page, person: Person): Promise<void> {
  await page.context().addCookies(person.cookies);
}

/** Publishes for all to see, unless told otherwise. */
export async function publish(author: Person, text: string, more: object = {}): Promise<Post> {
  const { id } = await author.api.post<{ id: string }>('/api/v1/statuses', {
    status: text,
    content_type: 'text/markdown',
    visibility: 'public',
    ...more,
  });
  return { id, path: `/@${author.username}/${id}`, text };
}

export async function follow(follower: Person, followed: Person): Promise<void> {
  await follower.api.post(`/api/v1/accounts/${followed.id}/follow`);
}

/** Waits until a person's home has a post. */
export async function comesHome(person: Person, post: Post): Promise<void> {
  await eventually(`post ${post.id} in the home of ${person.username}`, async () => {
    const home = await person.api.get<{ id: string }[]>('/api/v1/timelines/home?limit=40');
    return home.some(({ id }) => id === post.id);
  });
}
