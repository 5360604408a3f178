import { PageHeader } from '../shell/page-header';
import { PostSkeletons } from '../timeline/skeletons';
import './profile.scss';

/** The outline of a profile to come. */
export function ProfileSkeleton({ acct }: { acct: string }) {
  return (
    <>
      <PageHeader title={`@${acct}`} back />
      <div className="profile-header" />
      <div className="profile-facts" aria-hidden="true">
        <div className="profile-top">
          <span className="skeleton profile-avatar" />
        </div>
        <span className="skeleton profile-skeleton-name" />
        <span className="skeleton profile-skeleton-note" />
      </div>
      <PostSkeletons count={3} />
    </>
  );
}
