import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useToast } from '../shell/toasts';

const ADDRESS = '/sw.js';
const HOUR = 60 * 60_000;

/** What the page has loaded before the worker could see it, for the worker to keep. */
function loadedFiles(): string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((address) => address.startsWith(`${window.location.origin}/assets/`));
}

/** Lets the client open without a network, and offers each new version of it. */
export function useServiceWorker(): void {
  const { t } = useTranslation();
  const toast = useToast();
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
      return undefined;
    }
    const { serviceWorker } = navigator;
    let timer: ReturnType<typeof setInterval> | undefined;

    function offer(worker: ServiceWorker): void {
      const reload = (): void => {
        serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
        worker.postMessage({ type: 'SKIP_WAITING' });
      };
      toast({ text: t('offline.newVersion'), lasts: Infinity, action: { label: t('offline.reload'), run: reload } });
    }

    function watch(registration: ServiceWorkerRegistration): void {
      if (registration.waiting !== null) {
        offer(registration.waiting);
      }
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          // The first one replaces nothing.
          if (worker.state === 'installed' && serviceWorker.controller !== null) {
            offer(worker);
          }
        });
      });
      timer = setInterval(() => void registration.update().catch(() => {}), HOUR);
    }

    function tellLoaded(): void {
      serviceWorker.controller?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: loadedFiles() } });
    }

    async function register(): Promise<void> {
      const registration = (await serviceWorker.register(ADDRESS)) as ServiceWorkerRegistration | undefined;
      // Browsers under test may have none to give.
      if (registration !== undefined) {
        watch(registration);
        tellLoaded();
      }
    }

    serviceWorker.addEventListener('controllerchange', tellLoaded);
    register().catch((error: unknown) => console.warn(error));
    return () => {
      serviceWorker.removeEventListener('controllerchange', tellLoaded);
      clearInterval(timer);
    };
  }, [t, toast]);
}
