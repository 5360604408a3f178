import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';

import type { Visibility } from '../api/types';
import { VISIBILITIES, visibilityView } from '../status/visibility';

/** Who will see the post. */
export function VisibilityPicker({
  value,
  locked,
  onChange,
}: {
  value: Visibility;
  locked: boolean;
  onChange: (visibility: Visibility) => void;
}) {
  const { t } = useTranslation();
  const { Icon, label } = visibilityView(value, t);
  return (
    <Dropdown className="visibility-picker">
      <Dropdown.Toggle
        as="button"
        type="button"
        bsPrefix="icon-button"
        disabled={locked}
        aria-label={t('compose.visibility', { visibility: label })}
        title={label}
      >
        <Icon size={20} aria-hidden="true" />
      </Dropdown.Toggle>
      <Dropdown.Menu>
        {VISIBILITIES.map((each) => {
          const view = visibilityView(each, t);
          return (
            <Dropdown.Item
              key={each}
              as="button"
              type="button"
              active={each === value}
              aria-pressed={each === value}
              onClick={() => onChange(each)}
            >
              <view.Icon size={18} aria-hidden="true" />
              <span>
                <span className="d-block fw-semibold">{view.label}</span>
                <span className="visibility-hint">{view.hint}</span>
              </span>
            </Dropdown.Item>
          );
        })}
      </Dropdown.Menu>
    </Dropdown>
  );
}
