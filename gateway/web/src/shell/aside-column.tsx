import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';

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
      {pathname !== '/search' && <SearchField />}
      {me === null && pathname !== '/' && <JoinPanel />}
      <TrendsPanel />
      <PeoplePanel />
      <p className="aside-foot quiet">{t('shell.foot')}</p>
    </aside>
  );
}

function SearchField() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <form
      role="search"
      className="search-field"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`/search?q=${encodeURIComponent(text)}`);
      }}
    >
      <Search size={18} aria-hidden="true" />
      <input
        type="search"
        className="form-control"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
