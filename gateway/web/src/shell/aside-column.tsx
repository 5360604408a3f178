import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';

import { SearchField } from '../search/search-field';
import { useSession } from '../session/session';
import { JoinPanel } from './join-panel';
import { PeoplePanel } from './people-panel';
import { TrendsPanel } from './trends-panel';

/** What else is on, on wide screens alone. */
export function AsideColumn() {
  const { t } = useTranslation();
  const me = useSession();
  const { pathname } = useLocation();
  return (
    <aside className="aside-column" aria-label={t('shell.aside')}>
      {pathname !== '/search' && <SideSearch />}
      {me === null && pathname !== '/' && <JoinPanel />}
      <TrendsPanel />
      <PeoplePanel />
      <p className="aside-foot quiet">{t('shell.foot')}</p>
    </aside>
  );
}

function SideSearch() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <SearchField
      text={text}
      onChange={setText}
      onSubmit={(q) => void navigate(q === '' ? '/search' : `/search?${new URLSearchParams({ q })}`)}
    />
  );
}
