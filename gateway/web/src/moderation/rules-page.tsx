import { useQuery } from '@tanstack/react-query';
import { Gavel } from 'lucide-react';
import { useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { managesRules } from '../session/staff';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { ForStaff } from './for-staff';
import './moderation.scss';
import { RuleForm } from './rule-form';
import { RuleHits } from './rule-hits';
import { ACTION_TEXTS, TYPE_TEXTS } from './rule-texts';
import { type AutomaticRule, RULES_KEY, automaticRules } from './rules-api';
import { useAct } from './use-act';

/** The rules by which the server refuses, holds, limits or reports posts by itself. */
export function RulesPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('automatic.title')} back />
      <ForStaff may={managesRules} denied={t('automatic.denied')}>
        <div className="moderation-report">
          <NewRule />
          <Rules />
        </div>
      </ForStaff>
    </>
  );
}

function NewRule() {
  const { t } = useTranslation(LATER);
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={t('automatic.new')}>
      {open ? (
        <RuleForm onClose={() => setOpen(false)} />
      ) : (
        <div className="moderation-actions">
          <button type="button" className="btn btn-primary" onClick={() => setOpen(true)}>
            {t('automatic.new')}
          </button>
        </div>
      )}
    </section>
  );
}

function Rules() {
  const { t } = useTranslation(LATER);
  const { data, error, refetch } = useQuery({ queryKey: RULES_KEY, queryFn: () => automaticRules.list() });
  if (data === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  if (data.length === 0) {
    return <Empty Icon={Gavel} title={t('automatic.noneTitle')} text={t('automatic.noneText')} />;
  }
  return (
    <section aria-label={t('automatic.title')}>
      {data.map((rule) => (
        <Entry key={rule.id} rule={rule} />
      ))}
    </section>
  );
}

function Entry({ rule }: { rule: AutomaticRule }) {
  const { t } = useTranslation(LATER);
  const { mutate, isPending } = useAct(RULES_KEY);
  const [open, setOpen] = useState<'form' | 'hits' | null>(null);
  const [asked, setAsked] = useState(false);
  const { id, version, name, action, conditions, enabled } = rule;
  const one = automaticRules.$select(id);
  if (open === 'form') {
    return <RuleForm rule={rule} onClose={() => setOpen(null)} />;
  }
  return (
    <article className="moderation-entry" aria-labelledby={`rule-${id}`}>
      <h2 id={`rule-${id}`} dir="auto">
        {name}
      </h2>
      <p className="quiet">
        {t(ACTION_TEXTS[action])} · {conditions.map(({ type }) => t(TYPE_TEXTS[type])).join(' + ')}
      </p>
      <Form.Check
        type="switch"
        id={`rule-${id}-enabled`}
        label={t('automatic.enabled')}
        checked={enabled}
        disabled={isPending}
        onChange={({ target: { checked } }) => mutate(() => one.update({ version, enabled: checked }))}
      />
      <div className="moderation-actions">
        <button type="button" className="btn btn-sm btn-quiet" onClick={() => setOpen('form')}>
          {t('automatic.change')}
        </button>
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          aria-expanded={open === 'hits'}
          onClick={() => setOpen(open === 'hits' ? null : 'hits')}
        >
          {t('automatic.hits')}
        </button>
        <button type="button" className="btn btn-sm btn-quiet" disabled={isPending} onClick={() => setAsked(true)}>
          {t('automatic.delete')}
        </button>
      </div>
      {open === 'hits' && <RuleHits ruleId={id} />}
      {asked && (
        <ConfirmDialog
          title={t('automatic.deleteTitle')}
          text={t('automatic.deleteText')}
          action={t('automatic.delete')}
          onConfirm={() => mutate(() => one.remove())}
          onClose={() => setAsked(false)}
        />
      )}
    </article>
  );
}
