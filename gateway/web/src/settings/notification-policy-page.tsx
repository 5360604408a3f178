import { useQueryClient } from '@tanstack/react-query';
import type { mastodon } from 'masto';
import { useId } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { POLICY_KEY, usePolicy } from '../notifications/policy';
import { DeviceSwitch } from '../push/device-switch';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { useToast } from '../shell/toasts';
import { MailChoices } from './mail-choices';
import './settings.scss';
import { useChoices } from './use-choices';

type Policy = mastodon.v2.NotificationPolicy;
type Action = mastodon.v2.NotificationPolicyType;
type Kind = 'forNotFollowing' | 'forNotFollowers' | 'forNewAccounts' | 'forPrivateMentions' | 'forLimitedAccounts';

/** Where notifications appear, of what one is mailed, and what becomes of those of people whom one does not know. */
export function NotificationPolicyPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('policy.title')} back />
      <SignedIn>
        <div className="settings">
          <DeviceSwitch />
          <Choices />
          <MailChoices />
        </div>
      </SignedIn>
    </>
  );
}

function Choices() {
  const policy = usePolicy();
  if (policy.data === undefined) {
    return policy.isError ? <Failure error={policy.error} retry={() => void policy.refetch()} /> : <Loading />;
  }
  return <KnownChoices policy={policy.data} />;
}

/** Saved at once. */
function KnownChoices({ policy }: { policy: Policy }) {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const { shown, choose } = useChoices<Policy, Policy>(policy, POLICY_KEY, {
    save: (change) => api.v2.notifications.policy.update(change),
    onSaved: (saved) => {
      queries.setQueryData<Policy>(POLICY_KEY, saved);
      toast({ text: t('settings.saved') });
    },
  });
  const { pendingRequestsCount: count } = shown.summary;
  return (
    <>
      <fieldset className="settings-group">
        <legend>{t('policy.from')}</legend>
        <Choice policy={shown} choose={choose} kind="forNotFollowing" label={t('policy.notFollowing')} />
        <Choice policy={shown} choose={choose} kind="forNotFollowers" label={t('policy.notFollowers')} />
        <Choice policy={shown} choose={choose} kind="forNewAccounts" label={t('policy.newAccounts')} />
        <Choice policy={shown} choose={choose} kind="forPrivateMentions" label={t('policy.privateMentions')} />
        <Choice policy={shown} choose={choose} kind="forLimitedAccounts" label={t('policy.limitedAccounts')} />
        <p className="quiet">{t('policy.hint')}</p>
      </fieldset>
      <p>
        <Link to="/notifications/requests">{count > 0 ? t('policy.waiting', { count }) : t('policy.requests')}</Link>
      </p>
    </>
  );
}

function Choice({
  policy,
  kind,
  label,
  choose,
}: {
  policy: Policy;
  kind: Kind;
  label: string;
  choose: (change: Partial<Policy>) => void;
}) {
  const { t } = useTranslation(LATER);
  const id = useId();
  return (
    <Form.Group controlId={id}>
      <Form.Label>{label}</Form.Label>
      <Form.Select value={policy[kind]} onChange={(event) => choose({ [kind]: event.target.value as Action })}>
        <option value="accept">{t('policy.accept')}</option>
        <option value="filter">{t('policy.filter')}</option>
        <option value="drop">{t('policy.drop')}</option>
      </Form.Select>
    </Form.Group>
  );
}
