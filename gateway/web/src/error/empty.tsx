import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import './error.scss';

/** Nothing is here yet, and how that could change. */
export function Empty({
  Icon,
  title,
  text,
  children,
}: {
  Icon: LucideIcon;
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <div className="notice-block">
      <span className="notice-icon">
        <Icon size={28} aria-hidden="true" />
      </span>
      <h2>{title}</h2>
      {text !== undefined && <p className="quiet">{text}</p>}
      {children !== undefined && <div className="notice-actions">{children}</div>}
    </div>
  );
}
