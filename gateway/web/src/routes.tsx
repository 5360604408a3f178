import { createBrowserRouter } from 'react-router';

import { CrashPage } from './error/crash-page';
import { Shell } from './shell/shell';
import { Splash } from './shell/splash';

const moderation = async () => ({ Component: (await import('./moderation/moderation-page')).ModerationPage });

/** Every page, loaded when it is first visited. */
export function createRouter() {
  return createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <CrashPage />,
      HydrateFallback: Splash,
      children: [
        {
          errorElement: <CrashPage />,
          children: [
            { index: true, lazy: async () => ({ Component: (await import('./timeline/start-page')).StartPage }) },
            { path: 'about', lazy: async () => ({ Component: (await import('./landing/about-page')).AboutPage }) },
            { path: 'explore', lazy: async () => ({ Component: (await import('./timeline/explore-page')).ExplorePage }) },
            {
              path: 'directory',
              lazy: async () => ({ Component: (await import('./directory/directory-page')).DirectoryPage }),
            },
            { path: 'tags/:tag', lazy: async () => ({ Component: (await import('./timeline/tag-page')).TagPage }) },
            { path: 'search', lazy: async () => ({ Component: (await import('./search/search-page')).SearchPage }) },
            {
              path: 'notifications',
              lazy: async () => ({
                Component: (await import('./notifications/notifications-page')).NotificationsPage,
              }),
            },
            {
              path: 'notifications/requests',
              lazy: async () => ({ Component: (await import('./notifications/requests-page')).RequestsPage }),
            },
            {
              path: 'conversations',
              lazy: async () => ({
                Component: (await import('./conversations/conversations-page')).ConversationsPage,
              }),
            },
            {
              path: 'insights',
              lazy: async () => ({ Component: (await import('./insights/insights-page')).InsightsPage }),
            },
            {
              path: 'insights/:id',
              lazy: async () => ({ Component: (await import('./insights/post-insight-page')).PostInsightPage }),
            },
            {
              path: 'favourites',
              lazy: async () => ({ Component: (await import('./timeline/favourites-page')).FavouritesPage }),
            },
            {
              path: 'bookmarks',
              lazy: async () => ({ Component: (await import('./timeline/bookmarks-page')).BookmarksPage }),
            },
            { path: 'lists', lazy: async () => ({ Component: (await import('./lists/lists-page')).ListsPage }) },
            { path: 'lists/:id', lazy: async () => ({ Component: (await import('./lists/list-page')).ListPage }) },
            {
              path: 'lists/:id/edit',
              lazy: async () => ({ Component: (await import('./lists/edit-list-page')).EditListPage }),
            },
            { path: 'drafts', lazy: async () => ({ Component: (await import('./drafts/drafts-page')).DraftsPage }) },
            {
              path: 'scheduled',
              lazy: async () => ({ Component: (await import('./scheduled/scheduled-page')).ScheduledPage }),
            },
            { path: 'moderation', lazy: moderation },
            {
              path: 'moderation/dashboard',
              lazy: async () => ({ Component: (await import('./dashboard/dashboard-page')).DashboardPage }),
            },
            { path: 'moderation/:id', lazy: moderation },
            { path: 'moderation/cases/:case', lazy: moderation },
            {
              path: 'settings',
              lazy: async () => ({ Component: (await import('./settings/settings-page')).SettingsPage }),
            },
            {
              path: 'settings/announcements',
              lazy: async () => ({
                Component: (await import('./announcements/admin-page')).AdminAnnouncementsPage,
              }),
            },
            {
              path: 'settings/sessions',
              lazy: async () => ({ Component: (await import('./settings/sessions-page')).SessionsPage }),
            },
            {
              path: 'settings/invites',
              lazy: async () => ({ Component: (await import('./settings/invites-page')).InvitesPage }),
            },
            {
              path: 'settings/strikes',
              lazy: async () => ({ Component: (await import('./moderation/strikes-page')).StrikesPage }),
            },
            {
              path: 'settings/filters',
              lazy: async () => ({ Component: (await import('./filter/filters-page')).FiltersPage }),
            },
            {
              path: 'settings/notifications',
              lazy: async () => ({
                Component: (await import('./settings/notification-policy-page')).NotificationPolicyPage,
              }),
            },
            {
              path: 'settings/blocks',
              lazy: async () => ({ Component: (await import('./relation/blocks-page')).BlocksPage }),
            },
            {
              path: 'settings/mutes',
              lazy: async () => ({ Component: (await import('./relation/mutes-page')).MutesPage }),
            },
            {
              path: 'follow-requests',
              lazy: async () => ({ Component: (await import('./relation/follow-requests-page')).FollowRequestsPage }),
            },
            {
              path: 'followed-tags',
              lazy: async () => ({ Component: (await import('./timeline/followed-tags-page')).FollowedTagsPage }),
            },
            {
              path: 'settings/profile',
              lazy: async () => ({ Component: (await import('./profile/edit-profile-page')).EditProfilePage }),
            },
            {
              path: 'compose',
              lazy: async () => ({ Component: (await import('./compose/compose-page')).ComposePage }),
            },
            { path: ':handle', lazy: async () => ({ Component: (await import('./profile/profile-page')).ProfilePage }) },
            {
              path: ':handle/with_replies',
              lazy: async () => ({ Component: (await import('./profile/profile-page')).ProfileRepliesPage }),
            },
            {
              path: ':handle/media',
              lazy: async () => ({ Component: (await import('./profile/profile-page')).ProfileMediaPage }),
            },
            {
              path: ':handle/followers',
              lazy: async () => ({ Component: (await import('./profile/people-page')).FollowersPage }),
            },
            {
              path: ':handle/following',
              lazy: async () => ({ Component: (await import('./profile/people-page')).FollowingPage }),
            },
            {
              path: ':handle/:id/boosts',
              lazy: async () => ({ Component: (await import('./status/reactions-page')).BoostsPage }),
            },
            {
              path: ':handle/:id/favourites',
              lazy: async () => ({ Component: (await import('./status/reactions-page')).PostFavouritesPage }),
            },
            {
              path: ':handle/:id/quotes',
              lazy: async () => ({ Component: (await import('./quote/quotes-page')).QuotesPage }),
            },
            { path: ':handle/:id', lazy: async () => ({ Component: (await import('./status/post-page')).PostPage }) },
            { path: '*', lazy: async () => ({ Component: (await import('./error/not-found-page')).NotFoundPage }) },
          ],
        },
      ],
    },
  ]);
}
