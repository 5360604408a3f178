import type { ReactNode } from 'react';
import { Link } from 'react-router';

import type { Account } from '../api/types';
import { profilePath } from '../shell/nav-items';
import { RichText } from '../status/rich-text';
import { Avatar } from './avatar';
import { FollowButton } from '../relation/follow-button';
import { Handle } from './handle';
import { nameOf } from './names';
import './person-card.scss';

/** A person in a list, with what can be done about them. */
export function PersonCard({
  account,
  hint,
  action = <FollowButton account={account} small />,
}: {
  account: Account;
  hint?: string | undefined;
  action?: ReactNode;
}) {
  return (
    <div className="person-card">
      <Link to={profilePath(account)} tabIndex={-1} aria-hidden="true">
        <Avatar account={account} />
      </Link>
      <div className="person-text">
        <Link to={profilePath(account)} className="person-name">
          <bdi>{nameOf(account)}</bdi>
          <span className="quiet">
            <Handle acct={account.acct} />
          </span>
        </Link>
        {hint !== undefined && <p className="person-hint quiet">{hint}</p>}
        {account.note !== '' && <RichText html={account.note} />}
      </div>
      {action}
    </div>
  );
}
