import { MessageSquareQuote } from 'lucide-react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { POLICIES, policyLabel, type QuotePolicy } from './quote-policy';

/** Who will be able to quote the post. */
export function QuotePolicyPicker({
  value,
  locked,
  onChange,
}: {
  value: QuotePolicy;
  /** Where not everybody sees the post, nobody else may quote it. */
  locked: boolean;
  onChange: (policy: QuotePolicy) => void;
}) {
  const { t } = useTranslation(LATER);
  const shown = locked ? 'nobody' : value;
  const label = `${t('quote.policy')}: ${policyLabel(shown, t)}`;
  return (
    <Dropdown className="visibility-picker">
      <Dropdown.Toggle
        as="button"
        type="button"
        bsPrefix="icon-button"
        disabled={locked}
        aria-label={label}
        title={label}
      >
        <MessageSquareQuote size={20} aria-hidden="true" />
      </Dropdown.Toggle>
      <Dropdown.Menu>
        {POLICIES.map((policy) => (
          <Dropdown.Item
            key={policy}
            as="button"
            type="button"
            active={policy === value}
            aria-pressed={policy === value}
            onClick={() => onChange(policy)}
          >
            {policyLabel(policy, t)}
          </Dropdown.Item>
        ))}
      </Dropdown.Menu>
    </Dropdown>
  );
}
