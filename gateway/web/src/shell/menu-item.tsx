import type { LucideIcon } from 'lucide-react';
import Dropdown from 'react-bootstrap/Dropdown';

/** Something to do in a menu. */
export function MenuItem({
  Icon,
  text,
  grave = false,
  onClick,
}: {
  Icon: LucideIcon;
  text: string;
  /** Whether others will feel it. */
  grave?: boolean;
  onClick: () => void;
}) {
  return (
    <Dropdown.Item as="button" type="button" className={grave ? 'text-danger-emphasis' : undefined} onClick={onClick}>
      <Icon size={18} aria-hidden="true" />
      {text}
    </Dropdown.Item>
  );
}
