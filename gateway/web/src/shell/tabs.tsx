import { Link, useLocation } from 'react-router';

import './tabs.scss';

interface Tab {
  to: string;
  label: string;
}

/** Ways to look at the same thing, each at an address of its own. */
export function Tabs({ label, tabs, current }: { label: string; tabs: Tab[]; current?: string }) {
  const { pathname } = useLocation();
  const shown = current ?? pathname;
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ to, label: text }) => (
        <Link
          key={to}
          to={to}
          replace
          preventScrollReset
          className={to === shown ? 'tab current' : 'tab'}
          aria-current={to === shown ? 'page' : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
