import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import './search-field.scss';

/** Where one types what to look for. */
export function SearchField({
  text,
  onChange,
  onSubmit,
  autoFocus = false,
}: {
  text: string;
  onChange: (text: string) => void;
  onSubmit?: () => void;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      role="search"
      className="search-field"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit?.();
      }}
    >
      <Search size={18} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        className="form-control"
        autoFocus={autoFocus}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {text !== '' && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('search.clear')}
          onClick={() => {
            onChange('');
            field.current?.focus();
          }}
        >
          <X size={18} aria-hidden="true" />
        </button>
      )}
    </form>
  );
}
