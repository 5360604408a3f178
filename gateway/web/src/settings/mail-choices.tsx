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

const MODES = ['at_once', 'never'] as const;
const KINDS = ['follow', 'followRequest', 'mention', 'reply', 'favourite', 'reblog', 'poll', 'announcement'] as const;

type Mode = (typeof MODES)[number];
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
      {KINDS.map((kind) => (
        <Choice key={kind} kind={kind} mode={data.kinds[kind]} choose={(mode) => save({ kinds: { [kind]: mode } })} />
      ))}
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

function useSave(): (wish: Wish) => void {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  return useMutation({
    mutationFn: async (wish: Wish) => preferences.update(wish),
    onSuccess: (saved) => {
      queries.setQueryData<Preferences>(KEY, saved);
      toast({ text: t('settings.saved') });
    },
    onError: (error) => tellFailure(error),
  }).mutate;
}

function Choice({ kind, mode, choose }: { kind: Kind; mode: Mode; choose: (mode: Mode) => void }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  return (
    <Form.Group controlId={id}>
      <Form.Label>{t(`mailing.kinds.${kind}`)}</Form.Label>
      <Form.Select value={mode} onChange={(event) => choose(event.target.value as Mode)}>
        {MODES.map((one) => (
          <option key={one} value={one}>
            {t(`mailing.modes.${one}`)}
          </option>
        ))}
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
