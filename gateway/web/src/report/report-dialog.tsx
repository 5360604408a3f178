import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Account, Rule, Status } from '../api/types';
import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { Loading } from '../shell/loading';
import { useToast } from '../shell/toasts';
import { textOf } from './post-text';
import { isAnswered, REASON_TEXTS, REASONS, type ReportDraft, type Step, stepsOf, toggled } from './report-draft';
import './report.scss';
import { ruleIn } from './rule-text';

const COMMENT_LENGTH = 1_000;
const POSTS = 20;

/** Tells the moderators of somebody in a few steps: what it is, which rules, which posts, and anything else. */
export function ReportDialog({
  account,
  status,
  onClose,
}: {
  account: Account;
  /** The post that made one report. */
  status?: Status;
  onClose: () => void;
}) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const rules = useRules();
  const [step, setStep] = useState<Step>('reason');
  const [draft, setDraft] = useState<ReportDraft>({
    reason: null,
    ruleIds: [],
    statusIds: status === undefined ? [] : [status.id],
    comment: '',
  });
  const send = useSending(account, draft, onClose);
  const steps = stepsOf(draft);
  const position = steps.indexOf(step);
  const following = steps[position + 1];
  const before = steps[position - 1];
  const change = (wish: Partial<ReportDraft>): void => setDraft((now) => ({ ...now, ...wish }));
  const goOn = (event: FormEvent): void => {
    event.preventDefault();
    if (following === undefined) {
      send.mutate();
    } else {
      setStep(following);
    }
  };

  return (
    <Modal show onHide={onClose} centered scrollable aria-labelledby={`${id}-title`}>
      <Modal.Header closeButton closeLabel={t('common.close')}>
        <Modal.Title as="h2" id={`${id}-title`}>
          {t('report.title', { name: nameOf(account) })}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <form id={`${id}-form`} className="dialog-form" onSubmit={goOn}>
          <p className="quiet mb-0">{t('report.step', { number: position + 1, of: steps.length })}</p>
          {rules.isPending && <Loading />}
          {rules.isError && <Failure error={rules.error} retry={() => void rules.refetch()} />}
          {rules.isSuccess && step === 'reason' && <Reasons rules={rules.data} draft={draft} change={change} />}
          {rules.isSuccess && step === 'rules' && <BrokenRules rules={rules.data} draft={draft} change={change} />}
          {step === 'posts' && <Posts account={account} status={status} draft={draft} change={change} />}
          {step === 'comment' && <Comment draft={draft} change={change} />}
        </form>
      </Modal.Body>
      <Modal.Footer>
        <button
          type="button"
          className="btn btn-quiet"
          onClick={before === undefined ? onClose : () => setStep(before)}
        >
          {before === undefined ? t('common.cancel') : t('common.back')}
        </button>
        <button
          type="submit"
          form={`${id}-form`}
          className="btn btn-primary"
          disabled={!isAnswered(step, draft) || send.isPending}
        >
          {following === undefined ? t('report.send') : t('report.next')}
        </button>
      </Modal.Footer>
    </Modal>
  );
}

interface Part {
  draft: ReportDraft;
  change: (wish: Partial<ReportDraft>) => void;
}

function Reasons({ rules, draft, change }: Part & { rules: Rule[] }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  return (
    <fieldset className="report-choices">
      <legend>{t('report.why')}</legend>
      {REASONS.filter((reason) => reason !== 'violation' || rules.length > 0).map((reason) => (
        <Form.Check
          key={reason}
          type="radio"
          id={`${id}-${reason}`}
          name={`${id}-reason`}
          label={t(REASON_TEXTS[reason])}
          checked={draft.reason === reason}
          onChange={() => change({ reason, ruleIds: [] })}
        />
      ))}
    </fieldset>
  );
}

function BrokenRules({ rules, draft, change }: Part & { rules: Rule[] }) {
  const { t, i18n } = useTranslation(LATER);
  const id = useId();
  return (
    <fieldset className="report-choices">
      <legend>{t('report.whichRules')}</legend>
      {rules.map((rule) => (
        <Form.Check
          key={rule.id}
          id={`${id}-${rule.id}`}
          label={<bdi>{ruleIn(rule, i18n.language).text}</bdi>}
          checked={draft.ruleIds.includes(rule.id)}
          onChange={() => change({ ruleIds: toggled(draft.ruleIds, rule.id) })}
        />
      ))}
    </fieldset>
  );
}

function Posts({ account, status, draft, change }: Part & { account: Account; status: Status | undefined }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const posts = useQuery({
    queryKey: ['report-posts', account.id],
    queryFn: async () => api.v1.accounts.$select(account.id).statuses.list({ limit: POSTS, excludeReblogs: true }),
  });
  if (posts.isPending) {
    return <Loading />;
  }
  const recent = (posts.data ?? []).filter((post) => post.id !== status?.id);
  const choices = status === undefined ? recent : [status, ...recent];
  return (
    <fieldset className="report-choices">
      <legend>{t('report.whichPosts')}</legend>
      {choices.length === 0 && <p className="quiet">{t('report.noPosts')}</p>}
      {choices.map((post) => (
        <Form.Check
          key={post.id}
          id={`${id}-${post.id}`}
          label={<bdi className="report-post">{textOf(post) || t('report.picture')}</bdi>}
          checked={draft.statusIds.includes(post.id)}
          onChange={() => change({ statusIds: toggled(draft.statusIds, post.id) })}
        />
      ))}
    </fieldset>
  );
}

function Comment({ draft, change }: Part) {
  const { t } = useTranslation(LATER);
  const id = useId();
  return (
    <Form.Group controlId={id}>
      <Form.Label>{t('report.comment')}</Form.Label>
      <Form.Control
        as="textarea"
        rows={4}
        dir="auto"
        maxLength={COMMENT_LENGTH}
        value={draft.comment}
        onChange={(event) => change({ comment: event.target.value })}
      />
      <Form.Text>{t('report.commentHint')}</Form.Text>
    </Form.Group>
  );
}

function useRules() {
  return useQuery({ queryKey: ['rules'], queryFn: async () => (await api.v2.instance.fetch()).rules });
}

function useSending(account: Account, draft: ReportDraft, onClose: () => void) {
  const { t } = useTranslation(LATER);
  const toast = useToast();
  const tellFailure = useFailureToast();
  return useMutation({
    mutationFn: () =>
      api.v1.reports.create({
        accountId: account.id,
        statusIds: draft.statusIds,
        category: draft.reason ?? 'other',
        ruleIds: draft.ruleIds,
        comment: draft.comment,
      }),
    onSuccess: () => {
      toast({ text: t('report.sent') });
      onClose();
    },
    onError: (error) => tellFailure(error),
  });
}
