import { lazy, Suspense } from 'react';

import { useSession } from '../session/session';
import { PostSkeletons } from './skeletons';

const HomePage = lazy(async () => ({ default: (await import('./home-page')).HomePage }));
const LandingPage = lazy(async () => ({ default: (await import('../landing/landing-page')).LandingPage }));

/** The first page: one's own timeline, or a welcome. */
export function StartPage() {
  const me = useSession();
  return <Suspense fallback={<PostSkeletons />}>{me === null ? <LandingPage /> : <HomePage />}</Suspense>;
}
