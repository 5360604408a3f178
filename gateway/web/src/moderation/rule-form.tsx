import { type FormEvent, useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { ConditionFields, FIRST_CONDITION } from './condition-fields';
import { DryRunSection } from './dry-run-section';
import { ACTION_TEXTS } from './rule-texts';
import {
  ACTIONS,
  type AutomaticRule,
  RULES_KEY,
  type RuleAction,
  type RuleCondition,
  type RuleWish,
  automaticRules,
} from './rules-api';
import { useAct } from './use-act';

const MOST_CONDITIONS = 10;

/** A condition with something to tell it from the others by, while it is changed. */
interface Kept {
  key: number;
  condition: RuleCondition;
}

/** A new rule, or one that is changed, with the way to try it. */
export function RuleForm({ rule, onClose }: { rule?: AutomaticRule; onClose: () => void }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const { mutate, isPending } = useAct(RULES_KEY);
  const [name, setName] = useState(rule?.name ?? '');
  const [action, setAction] = useState<RuleAction>(rule?.action ?? 'report');
  const [text, setText] = useState(rule?.text ?? '');
  const [kept, setKept] = useState<Kept[]>(
    (rule?.conditions ?? [FIRST_CONDITION]).map((condition, key) => ({ key, condition })),
  );
  const wish: RuleWish = { name, action, text, conditions: kept.map(({ condition }) => condition) };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const save = async (): Promise<AutomaticRule> =>
      rule === undefined
        ? automaticRules.create(wish)
        : automaticRules.$select(rule.id).update({ ...wish, version: rule.version });
    mutate(save, { onSuccess: onClose });
  };
  return (
    <div className="moderation-entry">
      <h2>{rule === undefined ? t('automatic.new') : t('automatic.change')}</h2>
      <form className="moderation-form" onSubmit={submit}>
        <Form.Group controlId={`${id}-name`}>
          <Form.Label>{t('automatic.name')}</Form.Label>
          <Form.Control
            required
            dir="auto"
            maxLength={100}
            value={name}
            onChange={({ target: { value } }) => setName(value)}
          />
        </Form.Group>
        <Conditions kept={kept} onChange={setKept} />
        <Form.Group controlId={`${id}-action`}>
          <Form.Label>{t('automatic.action')}</Form.Label>
          <Form.Select value={action} onChange={({ target: { value } }) => setAction(value as RuleAction)}>
            {ACTIONS.map((one) => (
              <option key={one} value={one}>
                {t(ACTION_TEXTS[one])}
              </option>
            ))}
          </Form.Select>
        </Form.Group>
        {(action === 'refuse' || action === 'hold') && (
          <Form.Group controlId={`${id}-text`}>
            <Form.Label>{t('automatic.text')}</Form.Label>
            <Form.Control
              dir="auto"
              maxLength={500}
              value={text}
              onChange={({ target: { value } }) => setText(value)}
            />
          </Form.Group>
        )}
        <div className="moderation-actions">
          <button type="submit" className="btn btn-primary" disabled={isPending}>
            {t('automatic.save')}
          </button>
          <button type="button" className="btn btn-quiet" onClick={onClose}>
            {t('automatic.close')}
          </button>
        </div>
      </form>
      <DryRunSection wish={wish} />
    </div>
  );
}

function Conditions({ kept, onChange }: { kept: Kept[]; onChange: (kept: Kept[]) => void }) {
  const { t } = useTranslation(LATER);
  const without = (key: number): Kept[] => kept.filter((one) => one.key !== key);
  const add = (): void => onChange([...kept, { key: Math.max(...kept.map(({ key }) => key)) + 1, condition: FIRST_CONDITION }]);
  return (
    <>
      <p className="quiet">{t('automatic.allHold')}</p>
      {kept.map(({ key, condition }) => (
        <ConditionFields
          key={key}
          condition={condition}
          onChange={(changed) => onChange(kept.map((one) => (one.key === key ? { key, condition: changed } : one)))}
          {...(kept.length > 1 && { onRemove: () => onChange(without(key)) })}
        />
      ))}
      {kept.length < MOST_CONDITIONS && (
        <button type="button" className="btn btn-sm btn-quiet" onClick={add}>
          {t('automatic.addCondition')}
        </button>
      )}
    </>
  );
}
