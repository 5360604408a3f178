import { BadgeCheck, CalendarDays, LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Account } from '../api/types';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { FamiliarFollowers } from '../relation/familiar-followers';
import { FollowButton } from '../relation/follow-button';
import { NotifyButton } from '../relation/notify-button';
import { PersonMenu } from '../relation/person-menu';
import '../relation/relation.scss';
import { useRelationship } from '../relation/use-relationship';
import { useSession } from '../session/session';
import { profilePath } from '../shell/nav-items';
import { RichText } from '../status/rich-text';
import { Handle } from './handle';
import { nameOf } from './names';
import { Portrait } from './portrait';
import { ProfileNotices } from './profile-notices';
import './profile.scss';

/** Who a person is. */
export function ProfileHead({ account }: { account: Account }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const me = useSession();
  const relationship = useRelationship(account.id);
  const path = profilePath(account);
  const mutual = relationship?.followedBy === true && relationship.following;
  return (
    <section className="profile" aria-label={t('profile.about', { name: nameOf(account) })}>
      <div className="profile-header">
        <Portrait moving={account.header} still={account.headerStatic} />
      </div>
      <div className="profile-facts">
        <div className="profile-top">
          <Portrait className="profile-avatar" moving={account.avatar} still={account.avatarStatic} size={96} />
          {me?.id === account.id ? (
            <Link to="/settings/profile" className="btn btn-quiet">
              {t('profile.edit')}
            </Link>
          ) : (
            <div className="profile-actions">
              {relationship !== null && <PersonMenu account={account} relationship={relationship} />}
              {relationship?.following === true && <NotifyButton account={account} relationship={relationship} />}
              <FollowButton account={account} />
            </div>
          )}
        </div>
        <h2 className="profile-name">
          <bdi>{nameOf(account)}</bdi>
        </h2>
        <p className="profile-handle quiet">
          <Handle acct={account.acct} />
          {account.locked && <LockKeyhole size={14} role="img" aria-label={t('profile.locked')} />}
          {account.bot && <span className="profile-badge">{t('profile.bot')}</span>}
          {mutual ? (
            <span className="profile-badge">{t('profile.mutual')}</span>
          ) : (
            relationship?.followedBy === true && <span className="profile-badge">{t('profile.followsYou')}</span>
          )}
        </p>
        {account.limited === true && <p className="profile-notice">{t('profile.limited')}</p>}
        {account.suspended === true && <p className="profile-notice">{t('profile.suspended')}</p>}
        {relationship !== null && <ProfileNotices account={account} relationship={relationship} />}
        <RichText html={account.note} />
        {account.fields.length > 0 && (
          <dl className="profile-fields">
            {account.fields.map((field) => (
              <div key={field.name} className={field.verifiedAt == null ? undefined : 'verified'}>
                <dt>{field.name}</dt>
                <dd>
                  {field.verifiedAt != null && (
                    <span title={t('profile.verifiedOn', { when: format.full(field.verifiedAt) })}>
                      <BadgeCheck size={16} role="img" aria-label={t('profile.verified')} />
                    </span>
                  )}
                  <RichText html={field.value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {relationship !== null && <FamiliarFollowers account={account} />}
        <p className="profile-counts">
          <Link to={`${path}/following`}>
            <strong>{format.count(account.followingCount)}</strong>{' '}
            {t('profile.followingCount', { count: account.followingCount })}
          </Link>
          <Link to={`${path}/followers`}>
            <strong>{format.count(account.followersCount)}</strong>{' '}
            {t('profile.followersCount', { count: account.followersCount })}
          </Link>
          <span className="quiet">
            <CalendarDays size={16} aria-hidden="true" /> {t('profile.since', { when: format.month(account.createdAt) })}
          </span>
        </p>
      </div>
    </section>
  );
}
