import { Plus, X } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { DAY, Durations, HOUR, MINUTE } from '../i18n/durations';
import { beginningOf } from './count';
import { canRemoveOption, type PollDraft } from './poll-draft';
import type { Limits } from './use-limits';

const LENGTHS = [5 * MINUTE, 30 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY];

/** The key that ends an answer must not publish the post. */
function stayInside(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
  }
}

/** The answers to choose from, for how long, and how. */
export function PollEditor({
  poll,
  limits,
  onChange,
}: {
  poll: PollDraft;
  limits: Limits['poll'];
  onChange: (poll: PollDraft) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { options } = poll;
  return (
    <fieldset className="poll-editor">
      <legend className="visually-hidden">{t('poll.title')}</legend>
      {options.map((option, index) => (
        <div className="poll-choice" key={index}>
          <Form.Control
            dir="auto"
            aria-label={t('poll.option', { position: index + 1 })}
            placeholder={t('poll.option', { position: index + 1 })}
            value={option}
            onChange={(event) => onChange({ ...poll, options: options.with(index, beginningOf(event.target.value, limits.characters)) })}
            onKeyDown={stayInside}
          />
          {canRemoveOption(poll) && (
            <button
              type="button"
              className="icon-button"
              aria-label={t('poll.removeOption', { position: index + 1 })}
              title={t('poll.removeOption', { position: index + 1 })}
              onClick={() => onChange({ ...poll, options: options.toSpliced(index, 1) })}
            >
              <X size={18} aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
      <div className="poll-terms">
        {options.length < limits.options && (
          <button
            type="button"
            className="btn btn-sm btn-quiet"
            onClick={() => onChange({ ...poll, options: [...options, ''] })}
          >
            <Plus size={16} aria-hidden="true" /> {t('poll.addOption')}
          </button>
        )}
        <Form.Select
          size="sm"
          aria-label={t('poll.duration')}
          value={poll.expiresIn}
          onChange={(event) => onChange({ ...poll, expiresIn: Number(event.target.value) })}
        >
          <Durations of={LENGTHS} />
        </Form.Select>
        <Form.Check
          id={`${id}-multiple`}
          type="switch"
          label={t('poll.multiple')}
          checked={poll.multiple}
          onChange={(event) => onChange({ ...poll, multiple: event.target.checked })}
        />
        <Form.Check
          id={`${id}-hide`}
          type="switch"
          label={t('poll.hideTotals')}
          checked={poll.hideTotals}
          onChange={(event) => onChange({ ...poll, hideTotals: event.target.checked })}
        />
      </div>
    </fieldset>
  );
}
