import { useId } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { TYPE_TEXTS } from './rule-texts';
import type { RuleCondition } from './rules-api';

type Type = RuleCondition['type'];

/** Each kind of condition as a new one begins. */
const FRESH: { [T in Type]: Extract<RuleCondition, { type: T }> } = {
  words: { type: 'words', words: [''], whole: true },
  expression: { type: 'expression', expression: '' },
  links: { type: 'links', hosts: [''] },
  language: { type: 'language', languages: [''], except: false },
  account_age: { type: 'account_age', lessThanHours: 24 },
  strangers: { type: 'strangers', moreThan: 3 },
  rate: { type: 'rate', moreThan: 10, withinMinutes: 10 },
  duplicates: { type: 'duplicates', atLeast: 3, withinHours: 24 },
};

export const FIRST_CONDITION: RuleCondition = FRESH.words;

const TYPES = Object.keys(FRESH) as Type[];

interface Fields<C> {
  condition: C;
  onChange: (condition: RuleCondition) => void;
}

/** A condition of a rule as fields. */
export function ConditionFields({ condition, onChange, onRemove }: Fields<RuleCondition> & { onRemove?: () => void }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  return (
    <fieldset className="rule-condition">
      <legend className="visually-hidden">{t(TYPE_TEXTS[condition.type])}</legend>
      <Form.Group controlId={`${id}-type`}>
        <Form.Label>{t('automatic.condition')}</Form.Label>
        <Form.Select value={condition.type} onChange={({ target: { value } }) => onChange(FRESH[value as Type])}>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(TYPE_TEXTS[type])}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      <Details condition={condition} onChange={onChange} />
      {onRemove && (
        <button type="button" className="btn btn-sm btn-quiet" onClick={onRemove}>
          {t('automatic.removeCondition')}
        </button>
      )}
    </fieldset>
  );
}

function Details({ condition, onChange }: Fields<RuleCondition>) {
  const { t } = useTranslation(LATER);
  switch (condition.type) {
    case 'words':
      return (
        <>
          <Lines
            label={t('automatic.words')}
            value={condition.words}
            onChange={(words) => onChange({ ...condition, words })}
          />
          <Choice
            label={t('automatic.whole')}
            value={condition.whole}
            onChange={(whole) => onChange({ ...condition, whole })}
          />
        </>
      );
    case 'expression':
      return <Expression condition={condition} onChange={onChange} />;
    case 'links':
      return (
        <Lines
          label={t('automatic.hosts')}
          ltr
          value={condition.hosts}
          onChange={(hosts) => onChange({ ...condition, hosts })}
        />
      );
    case 'language':
      return (
        <>
          <Lines
            label={t('automatic.languages')}
            ltr
            value={condition.languages}
            onChange={(languages) => onChange({ ...condition, languages })}
          />
          <Choice
            label={t('automatic.except')}
            value={condition.except}
            onChange={(except) => onChange({ ...condition, except })}
          />
        </>
      );
    default:
      return <Numbers condition={condition} onChange={onChange} />;
  }
}

type Numeric = Extract<RuleCondition, { type: 'account_age' | 'strangers' | 'rate' | 'duplicates' }>;

function Numbers({ condition, onChange }: Fields<Numeric>) {
  const { t } = useTranslation(LATER);
  switch (condition.type) {
    case 'account_age':
      return (
        <Count
          label={t('automatic.lessThanHours')}
          least={1}
          value={condition.lessThanHours}
          onChange={(lessThanHours) => onChange({ ...condition, lessThanHours })}
        />
      );
    case 'strangers':
      return (
        <Count
          label={t('automatic.moreThanStrangers')}
          least={0}
          value={condition.moreThan}
          onChange={(moreThan) => onChange({ ...condition, moreThan })}
        />
      );
    case 'rate':
      return (
        <>
          <Count
            label={t('automatic.moreThanPosts')}
            least={0}
            value={condition.moreThan}
            onChange={(moreThan) => onChange({ ...condition, moreThan })}
          />
          <Count
            label={t('automatic.withinMinutes')}
            least={1}
            value={condition.withinMinutes}
            onChange={(withinMinutes) => onChange({ ...condition, withinMinutes })}
          />
        </>
      );
    case 'duplicates':
      return (
        <>
          <Count
            label={t('automatic.atLeast')}
            least={1}
            value={condition.atLeast}
            onChange={(atLeast) => onChange({ ...condition, atLeast })}
          />
          <Count
            label={t('automatic.withinHours')}
            least={1}
            value={condition.withinHours}
            onChange={(withinHours) => onChange({ ...condition, withinHours })}
          />
        </>
      );
  }
}

interface Field<V> {
  label: string;
  value: V;
  onChange: (value: V) => void;
}

/** One entry a line. */
function Lines({ label, value, onChange, ltr = false }: Field<string[]> & { ltr?: boolean }) {
  return (
    <Form.Group controlId={useId()}>
      <Form.Label>{label}</Form.Label>
      <Form.Control
        as="textarea"
        rows={3}
        required
        dir={ltr ? 'ltr' : 'auto'}
        spellCheck={false}
        autoCapitalize="none"
        value={value.join('\n')}
        onChange={({ target }) => onChange(target.value.split('\n'))}
      />
    </Form.Group>
  );
}

function Expression({ condition, onChange }: Fields<Extract<RuleCondition, { type: 'expression' }>>) {
  const { t } = useTranslation(LATER);
  return (
    <Form.Group controlId={useId()}>
      <Form.Label>{t('automatic.expression')}</Form.Label>
      <Form.Control
        required
        dir="ltr"
        maxLength={500}
        spellCheck={false}
        autoCapitalize="none"
        value={condition.expression}
        onChange={({ target: { value: expression } }) => onChange({ ...condition, expression })}
      />
    </Form.Group>
  );
}

function Choice({ label, value, onChange }: Field<boolean>) {
  return (
    <Form.Check id={useId()} label={label} checked={value} onChange={({ target: { checked } }) => onChange(checked)} />
  );
}

function Count({ label, value, onChange, least }: Field<number> & { least: number }) {
  return (
    <Form.Group controlId={useId()}>
      <Form.Label>{label}</Form.Label>
      <Form.Control
        type="number"
        required
        min={least}
        max={8760}
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </Form.Group>
  );
}
