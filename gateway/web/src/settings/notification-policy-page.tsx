import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { mastodon } from 'masto';
import { useId } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { POLICY_KEY, usePolicy } from '../notifications/policy';
import { DeviceSwitch } from '../push/device-switch';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { useToast } from '../shell/toasts';
import './settings.scss';

type Policy = mastodon.v2.NotificationPolicy;
type Action = mastodon.v2.NotificationPolicyType;
type Kind = 'forNotFollowing' | 'forNotFollowers' | 'forNewAccounts' | 'forPrivateMentions' | 'forLimitedAccounts';

/** Where notifications appear, and what becomes of those of people whom one does not know. */
export function NotificationPolicyPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('policy.title')} back />
      <SignedIn>
        <div className="settings">
          <DeviceSwitch />
          <Choices />
        </div>
      </SignedIn>
    </>
  );
}

function Choices() {
  const { t } = useTranslation(LATER);
  const policy = usePolicy();
  if (policy.data === undefined) {
    return policy.isError ? <Failure error={policy.error} retry={() => void policy.refetch()} /> : <Loading />;
  }
  const { pendingRequestsCount: count } = policy.data.summary;
  return (
    <>
      <fieldset className="settings-group">
        <legend>{t('policy.from')}</legend>
        <Choice policy={policy.data} kind="forNotFollowing" label={t('policy.notFollowing')} />
        <Choice policy={policy.data} kind="forNotFollowers" label={t('policy.notFollowers')} />
        <Choice policy={policy.data} kind="forNewAccounts" label={t('policy.newAccounts')} />
        <Choice policy={policy.data} kind="forPrivateMentions" label={t('policy.privateMentions')} />
        <Choice policy={policy.data} kind="forLimitedAccounts" label={t('policy.limitedAccounts')} />
        <p className="quiet">{t('policy.hint')}</p>
      </fieldset>
      <p>
        <Link to="/notifications/requests">{count > 0 ? t('policy.waiting', { count }) : t('policy.requests')}</Link>
      </p>
    </>
  );
}

/** Saved at once. */
function Choice({ policy, kind, label }: { policy: Policy; kind: Kind; label: string }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const saving = useMutation({
    mutationFn: async (action: Action) => api.v2.notifications.policy.update({ [kind]: action }),
    onSuccess: (saved: Policy) => {
      queries.setQueryData<Policy>(POLICY_KEY, saved);
      toast({ text: t('settings.saved') });
    },
    onError: (error) => tellFailure(error),
  });
  const shown = saving.isPending ? saving.variables : policy[kind];
  return (
    <Form.Group controlId={id}>
      <Form.Label>{label}</Form.Label>
      <Form.Select value={shown} onChange={(event) => saving.mutate(event.target.value as Action)}>
        <option value="accept">{t('policy.accept')}</option>
        <option value="filter">{t('policy.filter')}</option>
        <option value="drop">{t('policy.drop')}</option>
      </Form.Select>
    </Form.Group>
  );
}
