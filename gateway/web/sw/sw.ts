import { clientsClaim } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { addRoute, cleanupOutdatedCaches, precache, PrecacheFallbackPlugin, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';

import { forgetAll, PICTURES } from '../src/offline/kept';
import { renew } from '../src/push/renewal';
import { shownOf } from '../src/push/shown';

/** The files of the shell, as the build lists them. */
declare const SHELL: PrecacheEntry[];
declare const self: ServiceWorkerGlobalScope;

const DAY = 24 * 60 * 60;
const PATIENCE = 5;

/** What the server makes itself, or what is no page: nothing stands in for it. */
const NO_PAGES = /^\/(api|auth|oauth|media|avatars|headers|assets|health|nodeinfo|\.well-known)(\/|$)/;

// The newest page there is, so that it and its files are of one version; without a network, the one of this version.
registerRoute(
  new NavigationRoute(
    new NetworkOnly({ networkTimeoutSeconds: PATIENCE, plugins: [new PrecacheFallbackPlugin({ fallbackURL: '/' })] }),
    { denylist: [NO_PAGES] },
  ),
);

precache(SHELL);
addRoute({ directoryIndex: '', cleanURLs: false });
cleanupOutdatedCaches();

// The rest of the client as it is visited. Its names change with its content.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: 'assets', plugins: [new ExpirationPlugin({ maxEntries: 150, purgeOnQuotaError: true })] }),
);

registerRoute(
  ({ url, sameOrigin, request }) =>
    sameOrigin && request.destination === 'image' && /^\/(avatars|headers|media)\//.test(url.pathname),
  new CacheFirst({
    cacheName: PICTURES,
    plugins: [new ExpirationPlugin({ maxEntries: 200, maxAgeSeconds: 14 * DAY, purgeOnQuotaError: true })],
  }),
);

/** Who signs out leaves nothing behind, though no page of the client opens after that. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/auth/sign_out',
  async ({ request }) => {
    const answer = await fetch(request);
    // The server leads on from there; what it refuses, it answers.
    if (answer.ok || answer.type === 'opaqueredirect') {
      await forgetAll();
      // The server pushes nothing for a session that ended; this browser need not be ready for it.
      await (await self.registration.pushManager?.getSubscription())?.unsubscribe();
    }
    return answer;
  },
  'POST',
);

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: string } | null)?.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});

self.addEventListener('push', (event) => {
  if (event.data !== null) {
    const { title, options } = shownOf(event.data.text(), self.location.origin);
    event.waitUntil(self.registration.showNotification(title, options));
  }
});

self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(renew(self.registration.pushManager));
});

/** Opens the page in a window that is there, or in one of its own. */
async function open(url: string): Promise<void> {
  const [client] = await self.clients.matchAll({ type: 'window' });
  if (client === undefined) {
    await self.clients.openWindow(url);
  } else {
    await ((await client.navigate(url)) ?? client).focus();
  }
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open((event.notification.data as { url: string }).url));
});
clientsClaim();
