import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import Button from 'react-bootstrap/Button';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { Loading } from '../shell/loading';
import { useToast } from '../shell/toasts';
import { scopeOf, useChoices } from './use-choices';

const KINDS = ['follow', 'followRequest', 'mention', 'reply', 'favourite', 'reblog', 'poll', 'announcement'] as const;

type Mode = 'at_once' | 'never';
type Kind = (typeof KINDS)[number];

/** Two times as 22:30. */
interface Hours {
  from: string;
  to: string;
}

/** What one is mailed of, and when not, by the clock of a time zone. */
interface Preferences {
  kinds: Record<Kind, Mode>;
  quietHours: Hours | null;
  timeZone: string;
}

interface Wish {
  kinds?: Partial<Record<Kind, Mode>>;
  quietHours?: Hours;
}

/** What this server adds to the API that masto knows. */
interface Additions {
  mail: { preferences: { fetch(): Promise<Preferences>; update(wish: Wish): Promise<Preferences> } };
}

const { preferences } = (api.v1 as unknown as Additions).mail;
const KEY = ['mail-preferences'];

/** Of which news one is mailed, and when not. */
export function MailChoices() {
  const { t } = useTranslation(LATER);
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: async () => preferences.fetch() });
  const save = useSave();
  if (data === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  return (
    <fieldset className="settings-group">
      <legend>{t('mailing.title')}</legend>
      <Kinds known={data.kinds} />
      <QuietHours
        key={JSON.stringify(data.quietHours)}
        hours={data.quietHours}
        zone={data.timeZone}
        save={(quietHours) => save({ quietHours })}
      />
      <p className="quiet">{t('mailing.security')}</p>
    </fieldset>
  );
}

/** Saved at once. */
function Kinds({ known }: { known: Preferences['kinds'] }) {
  const { shown, choose } = useChoices(known, KEY, {
    save: (kinds) => preferences.update({ kinds }),
    onSaved: useShowSaved(),
  });
  const { t } = useTranslation(LATER);
  const labels: Record<Kind, string> = {
    follow: t('mailing.kinds.follow'),
    followRequest: t('mailing.kinds.followRequest'),
    mention: t('mailing.kinds.mention'),
    reply: t('mailing.kinds.reply'),
    favourite: t('mailing.kinds.favourite'),
    reblog: t('mailing.kinds.reblog'),
    poll: t('mailing.kinds.poll'),
    announcement: t('mailing.kinds.announcement'),
  };
  return KINDS.map((kind) => (
    <Choice key={kind} label={labels[kind]} mode={shown[kind]} choose={(mode) => choose({ [kind]: mode })} />
  ));
}

function useShowSaved(): (saved: Preferences) => void {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  return (saved) => {
    queries.setQueryData<Preferences>(KEY, saved);
    toast({ text: t('settings.saved') });
  };
}

function useSave(): (wish: Wish) => void {
  const tellFailure = useFailureToast();
  const onSuccess = useShowSaved();
  return useMutation({
    scope: scopeOf(KEY),
    mutationFn: async (wish: Wish) => preferences.update(wish),
    onSuccess,
    onError: (error) => tellFailure(error),
  }).mutate;
}

function Choice({ label, mode, choose }: { label: string; mode: Mode; choose: (mode: Mode) => void }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  return (
    <Form.Group controlId={id}>
      <Form.Label>{label}</Form.Label>
      <Form.Select value={mode} onChange={(event) => choose(event.target.value as Mode)}>
        <option value="at_once">{t('mailing.modes.at_once')}</option>
        <option value="never">{t('mailing.modes.never')}</option>
      </Form.Select>
    </Form.Group>
  );
}

/** Both empty for none. */
function QuietHours({ hours, zone, save }: { hours: Hours | null; zone: string; save: (hours: Hours) => void }) {
  const { t } = useTranslation(LATER);
  const [from, setFrom] = useState(hours?.from ?? '');
  const [to, setTo] = useState(hours?.to ?? '');
  const whole = (from === '') === (to === '') && (from === '' || from !== to);
  return (
    <fieldset>
      <legend>{t('mailing.quiet')}</legend>
      <p className="quiet">{t('mailing.quietHint', { zone })}</p>
      <Time label={t('mailing.from')} value={from} change={setFrom} />
      <Time label={t('mailing.to')} value={to} change={setTo} />
      <Button variant="outline-primary" disabled={!whole} onClick={() => save({ from, to })}>
        {t('mailing.save')}
      </Button>
    </fieldset>
  );
}

function Time({ label, value, change }: { label: string; value: string; change: (value: string) => void }) {
  const id = useId();
  return (
    <Form.Group controlId={id}>
      <Form.Label>{label}</Form.Label>
      <Form.Control type="time" value={value} onChange={(event) => change(event.target.value)} />
    </Form.Group>
  );
}
