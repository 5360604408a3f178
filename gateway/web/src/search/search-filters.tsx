import { SlidersHorizontal, X } from 'lucide-react';
import { useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../i18n/days';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { usePostLanguages } from '../i18n/post-languages';
import { focusBeside } from '../shell/focus-beside';
import { BEEN, HAD, type Operator, operatorsIn, PLACES, toggled, valueIn, without, withValue } from './operators';
import './search-filters.scss';
import { useOperatorNames } from './use-operator-names';

/** What the query demands besides its words: as it is, each to be taken away, and what else it could demand. */
export function SearchFilters({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const [open, setOpen] = useState(false);
  const operators = operatorsIn(text);
  return (
    <>
      <div className="search-filters">
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <SlidersHorizontal size={16} aria-hidden="true" /> {t('search.filters')}
        </button>
        {operators.map((operator) => (
          <Chip key={operator.token} operator={operator} onRemove={() => onChange(without(text, operator.token))} />
        ))}
      </div>
      {open && <Controls id={id} text={text} onChange={onChange} />}
    </>
  );
}

function Chip({ operator, onRemove }: { operator: Operator; onRemove: () => void }) {
  const { t, i18n } = useTranslation(LATER);
  const format = useFormat();
  const names = useOperatorNames();
  const say = (): string => {
    const { name, value, negated } = operator;
    if (negated && (name === 'from' || name === 'language')) {
      return t('search.without', { what: name === 'from' ? `@${value.replace('@', '')}` : format.language(value.toLowerCase()) });
    }
    switch (name) {
      case 'from':
        return value === 'me' ? t('search.fromMe') : t('search.fromName', { name: `@${value.replace('@', '')}` });
      case 'language':
        return t('search.inLanguage', { language: format.language(value.toLowerCase()) });
      case 'before':
        return t('search.beforeDay', { day: dayOf(i18n.language, value) });
      case 'after':
        return t('search.afterDay', { day: dayOf(i18n.language, value) });
      case 'during':
        return t('search.onDay', { day: dayOf(i18n.language, value) });
      case 'in':
        return names.in[value as keyof typeof names.in];
      case 'has':
        return t(negated ? 'search.without' : 'search.with', { what: names.has[value] });
      case 'is':
        return t(negated ? 'search.without' : 'search.only', { what: names.is[value] });
    }
  };
  const text = say();
  return (
    <button
      type="button"
      className="search-chip"
      aria-label={t('search.removeFilter', { filter: text })}
      onClick={(event) => {
        focusBeside(event.currentTarget, '.search-filters > *');
        onRemove();
      }}
    >
      <span>{text}</span> <X size={14} aria-hidden="true" />
    </button>
  );
}

function Controls({ id, text, onChange }: { id: string; text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation(LATER);
  const names = useOperatorNames();
  const languages = usePostLanguages([valueIn(text, 'language').toLowerCase()]);
  const operators = operatorsIn(text);
  const isOn = (token: string): boolean => operators.some((each) => each.token === token);
  const toggle = (token: string, label: string) => (
    <button
      key={token}
      type="button"
      className="search-chip"
      aria-pressed={isOn(token)}
      onClick={() => onChange(toggled(text, token))}
    >
      {label}
    </button>
  );
  const date = (name: 'after' | 'before', label: string) => (
    <Form.Group controlId={`${id}-${name}`}>
      <Form.Label>{label}</Form.Label>
      <Form.Control
        type="date"
        value={valueIn(text, name)}
        onChange={(event) => onChange(withValue(text, name, event.target.value))}
      />
    </Form.Group>
  );
  return (
    <section className="search-controls" id={id} aria-label={t('search.filters')}>
      <Form.Group controlId={`${id}-from`}>
        <Form.Label>{t('search.author')}</Form.Label>
        <Form.Control
          type="text"
          dir="ltr"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={31}
          placeholder="@"
          value={valueIn(text, 'from')}
          onChange={(event) => onChange(withValue(text, 'from', event.target.value.replace(/\W/g, '')))}
        />
      </Form.Group>
      <Form.Group controlId={`${id}-language`}>
        <Form.Label>{t('search.language')}</Form.Label>
        <Form.Select
          value={valueIn(text, 'language').toLowerCase()}
          onChange={(event) => onChange(withValue(text, 'language', event.target.value))}
        >
          <option value="">{t('search.anyLanguage')}</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      {date('after', t('search.after'))}
      {date('before', t('search.before'))}
      <Form.Group controlId={`${id}-in`}>
        <Form.Label>{t('search.where')}</Form.Label>
        <Form.Select
          value={valueIn(text, 'in') || 'all'}
          onChange={({ target: { value } }) => onChange(withValue(text, 'in', value === 'all' ? '' : value))}
        >
          {[...PLACES].reverse().map((place) => (
            <option key={place} value={place}>
              {names.in[place]}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      <div role="group" aria-labelledby={`${id}-has`}>
        <span className="form-label" id={`${id}-has`}>
          {t('search.having')}
        </span>
        <div className="search-filters">{HAD.map((value) => toggle(`has:${value}`, names.has[value]))}</div>
      </div>
      <div role="group" aria-labelledby={`${id}-is`}>
        <span className="form-label" id={`${id}-is`}>
          {t('search.being')}
        </span>
        <div className="search-filters">
          {BEEN.map((value) => toggle(`is:${value}`, t('search.only', { what: names.is[value] })))}
          {BEEN.map((value) => toggle(`-is:${value}`, t('search.without', { what: names.is[value] })))}
        </div>
      </div>
    </section>
  );
}
