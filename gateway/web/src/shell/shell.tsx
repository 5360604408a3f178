import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration } from 'react-router';

import { AnnouncementsPlace } from '../announcements/announcements-place';
import { ComposerProvider } from '../compose/composer-provider';
import { OfflineNotice } from '../offline/offline-notice';
import { useServiceWorker } from '../offline/use-service-worker';
import { useStreams } from '../stream/use-streams';
import { AsideColumn } from './aside-column';
import { Loading } from './loading';
import { MainNav } from './main-nav';
import './shell.scss';
import { Shortcuts } from './shortcuts';
import { TabBar } from './tab-bar';
import { TopBar } from './top-bar';
import { useFocusOnNavigation } from './use-focus-on-navigation';

/** What stands around every page: the ways to go, and on wide screens what else is on. */
export function Shell() {
  const { t } = useTranslation();
  useServiceWorker();
  useStreams();
  const main = useFocusOnNavigation();
  return (
    <ComposerProvider>
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <div className="shell">
        <TopBar />
        <MainNav />
        <main id="content" className="shell-main" tabIndex={-1} ref={main}>
          <OfflineNotice />
          <AnnouncementsPlace />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <AsideColumn />
        <TabBar />
      </div>
      <Shortcuts />
      <ScrollRestoration />
    </ComposerProvider>
  );
}
