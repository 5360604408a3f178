import { useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { AdminReport } from '../api/types';
import { Failure } from '../error/failure';
import { DAY } from '../i18n/durations';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { textOf } from '../report/post-text';
import { REASON_TEXTS } from '../report/report-draft';
import { ruleIn } from '../report/rule-text';
import { useMe } from '../session/session';
import { actsOnPeople } from '../session/staff';
import { FormDialog } from '../shell/form-dialog';
import { Loading } from '../shell/loading';
import { profilePath } from '../shell/nav-items';
import { PageHeader } from '../shell/page-header';
import { RichText } from '../status/rich-text';
import { ForStaff } from './for-staff';
import { Lasting } from './lasting';
import './moderation.scss';
import { type Decision, type Sanction, SANCTION_TEXTS, SANCTIONS, useReport, useReportActions } from './use-report-actions';

const LASTING = [DAY, 3 * DAY, 7 * DAY, 30 * DAY, 90 * DAY];

/** A report with its evidence, and what can be done about it. */
export function ReportPage({ id }: { id: string }) {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('moderation.report')} back />
      <ForStaff>
        <Loaded id={id} />
      </ForStaff>
    </>
  );
}

function Loaded({ id }: { id: string }) {
  const report = useReport(id);
  if (report.data === undefined) {
    return report.isError ? <Failure error={report.error} retry={() => void report.refetch()} /> : <Loading />;
  }
  return (
    <div className="moderation-report">
      <Facts report={report.data} />
      <Evidence report={report.data} />
      <Decisions report={report.data} />
      <CaseOf report={report.data} />
    </div>
  );
}

/** What belongs to the person and the case, for whoever may act on them. */
function CaseOf({ report }: { report: AdminReport }) {
  const { t } = useTranslation(LATER);
  return (
    <section aria-labelledby="report-case">
      <h2 id="report-case">{t('cases.case')}</h2>
      <p>
        <Link to={`/moderation/cases/${report.caseId}`}>{t('cases.see')}</Link>
      </p>
    </section>
  );
}

function Facts({ report }: { report: AdminReport }) {
  const { t, i18n } = useTranslation(LATER);
  const format = useFormat();
  const { account: target } = report.targetAccount;
  const { account: reporter } = report.account;
  return (
    <section aria-labelledby="report-facts">
      <h2 id="report-facts">{t('moderation.about', { name: nameOf(target) })}</h2>
      <p>
        <Link to={profilePath(target)}>{t('moderation.seeProfile', { name: nameOf(target) })}</Link>
      </p>
      {report.targetAccount.sensitized && <p className="moderation-standing">{t('moderation.isSensitized')}</p>}
      {report.targetAccount.silenced && <p className="moderation-standing">{t('moderation.isSilenced')}</p>}
      {report.targetAccount.suspended && <p className="moderation-standing">{t('moderation.isSuspended')}</p>}
      {report.targetAccount.disabled && <p className="moderation-standing">{t('moderation.isDisabled')}</p>}
      <p className="quiet">
        {report.automaticRuleId === null
          ? t('moderation.reportedBy', { name: nameOf(reporter) })
          : t('moderation.reportedByRule')}{' '}
        · {format.full(report.createdAt)}
      </p>
      <p>{t(REASON_TEXTS[report.category])}</p>
      {report.rules.length > 0 && (
        <ul>
          {report.rules.map((rule) => (
            <li key={rule.id} dir="auto">{ruleIn(rule, i18n.language).text}</li>
          ))}
        </ul>
      )}
      {report.comment !== '' && <blockquote dir="auto">{report.comment}</blockquote>}
    </section>
  );
}

function Evidence({ report }: { report: AdminReport }) {
  const { t } = useTranslation(LATER);
  return (
    <section aria-labelledby="report-evidence">
      <h2 id="report-evidence">{t('moderation.evidence')}</h2>
      {report.statuses.length === 0 && <p className="quiet">{t('moderation.noEvidence')}</p>}
      {report.statuses.map((post) => (
        <article key={post.id} className="moderation-evidence">
          {post.spoilerText !== '' && <p dir="auto">{post.spoilerText}</p>}
          <RichText html={post.content} lang={post.language} />
          {post.mediaAttachments.map((media) => (
            <p key={media.id} className="quiet" dir="auto">
              {t('moderation.picture', { text: media.description ?? '' })}
            </p>
          ))}
        </article>
      ))}
    </section>
  );
}

function Decisions({ report }: { report: AdminReport }) {
  const { t } = useTranslation(LATER);
  const me = useMe();
  const actions = useReportActions(report);
  const [asked, setAsked] = useState(false);
  const { sensitized, silenced, suspended, disabled } = report.targetAccount;
  return (
    <section aria-labelledby="report-decisions">
      <h2 id="report-decisions">{t('moderation.decide')}</h2>
      <p className="quiet">
        {report.assignedAccount == null
          ? t('moderation.unassigned')
          : t('moderation.assignedTo', { name: nameOf(report.assignedAccount.account) })}
      </p>
      <div className="moderation-actions">
        {report.assignedAccount?.id === me.id ? (
          <Act label={t('moderation.unassign')} disabled={actions.isPending} onClick={actions.unassign} />
        ) : (
          <Act label={t('moderation.assign')} disabled={actions.isPending} onClick={actions.assign} />
        )}
        {report.actionTaken ? (
          <Act label={t('moderation.reopen')} disabled={actions.isPending} onClick={actions.reopen} />
        ) : (
          <Act label={t('moderation.resolve')} disabled={actions.isPending} onClick={actions.resolve} />
        )}
        {actsOnPeople(me) && (
          <>
            {sensitized && (
              <Act label={t('moderation.unsensitive')} disabled={actions.isPending} onClick={actions.unsensitive} />
            )}
            {silenced && (
              <Act label={t('moderation.unsilence')} disabled={actions.isPending} onClick={actions.unsilence} />
            )}
            {suspended && (
              <Act label={t('moderation.unsuspend')} disabled={actions.isPending} onClick={actions.unsuspend} />
            )}
            {disabled && <Act label={t('moderation.enable')} disabled={actions.isPending} onClick={actions.enable} />}
            <Act label={t('moderation.act')} disabled={actions.isPending} onClick={() => setAsked(true)} />
          </>
        )}
      </div>
      {asked && (
        <SanctionDialog
          report={report}
          onSubmit={actions.sanction}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  );
}

function Act({ label, disabled, onClick }: { label: string; disabled: boolean; onClick: () => void }) {
  return (
    <button type="button" className="btn btn-quiet" disabled={disabled} onClick={onClick}>
      {label}
    </button>
  );
}

function SanctionDialog({
  report: { statuses, targetAccount },
  onSubmit,
  onClose,
}: {
  report: AdminReport;
  onSubmit: (decision: Decision) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const [type, setType] = useState<Sanction>('none');
  const [text, setText] = useState('');
  const [lasting, setLasting] = useState('');
  const [spared, setSpared] = useState<string[]>([]);
  const lasts = type !== 'none' && type !== 'delete_statuses';
  const deleted = statuses.map((post) => post.id).filter((post) => !spared.includes(post));
  return (
    <FormDialog
      title={t('moderation.actOn', { name: nameOf(targetAccount.account) })}
      action={t('moderation.act')}
      onSubmit={() =>
        onSubmit({
          type,
          text,
          expiresIn: lasts && lasting !== '' ? Number(lasting) : undefined,
          statusIds: type === 'delete_statuses' ? deleted : undefined,
        })
      }
      onClose={onClose}
    >
      <fieldset>
        <legend className="visually-hidden">{t('moderation.act')}</legend>
        {SANCTIONS.map((sanction) => (
          <Form.Check
            key={sanction}
            type="radio"
            id={`${id}-${sanction}`}
            name={`${id}-sanction`}
            label={t(SANCTION_TEXTS[sanction])}
            disabled={sanction === 'delete_statuses' && statuses.length === 0}
            checked={type === sanction}
            onChange={() => setType(sanction)}
          />
        ))}
      </fieldset>
      {type === 'delete_statuses' && (
        <fieldset>
          <legend>{t('moderation.whichPosts')}</legend>
          {statuses.map((post) => (
            <Form.Check
              key={post.id}
              id={`${id}-${post.id}`}
              label={<bdi>{textOf(post)}</bdi>}
              required={deleted.length === 0}
              checked={deleted.includes(post.id)}
              onChange={({ target: { checked } }) =>
                setSpared((all) => (checked ? all.filter((other) => other !== post.id) : [...all, post.id]))
              }
            />
          ))}
        </fieldset>
      )}
      {lasts && <Lasting id={`${id}-lasting`} of={LASTING} value={lasting} onChange={setLasting} />}
      <Form.Group controlId={`${id}-text`}>
        <Form.Label>{t('moderation.reason')}</Form.Label>
        <Form.Control
          as="textarea"
          rows={3}
          dir="auto"
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Form.Group>
    </FormDialog>
  );
}
