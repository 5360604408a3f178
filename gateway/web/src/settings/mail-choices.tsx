import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import Button from 'react-bootstrap/Button';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { useMe } from '../session/session';
import { decidesAppeals } from '../session/staff';
import { Loading } from '../shell/loading';
import { useToast } from '../shell/toasts';
import { scopeOf, useChoices } from './use-choices';

const KINDS = ['follow', 'followRequest', 'mention', 'reply', 'favourite', 'reblog', 'poll', 'announcement', 'appeal'] as const;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** A Monday's first moment. */
const MONDAY = Date.UTC(2024, 0, 1);
const HOUR = 3_600_000;

type Mode = 'at_once' | 'daily' | 'weekly' | 'never';
type Kind = (typeof KINDS)[number];

/** Two times as 22:30. */
interface Hours {
  from: string;
  to: string;
}

/** When digests come. */
interface Digest {
  hour: number;
  weekday: (typeof WEEKDAYS)[number];
}

/** What one is mailed of, and when, by the clock of a time zone. */
interface Preferences {
  kinds: Record<Kind, Mode>;
  quietHours: Hours | null;
  digest: Digest;
  timeZone: string;
}

interface Wish {
  kinds?: Partial<Record<Kind, Mode>>;
  quietHours?: Hours;
  digest?: Partial<Digest>;
}

/** What this server adds to the API that masto knows. */
interface Additions {
  mail: { preferences: { fetch(): Promise<Preferences>; update(wish: Wish): Promise<Preferences> } };
}

const { preferences } = (api.v1 as unknown as Additions).mail;
const KEY = ['mail-preferences'];

/** Of which news one is mailed, and when. */
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
      <DigestTime known={data.digest} />
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
    appeal: t('mailing.kinds.appeal'),
  };
  const me = useMe();
  return KINDS.filter((kind) => kind !== 'appeal' || decidesAppeals(me)).map((kind) => (
    <Choice
      key={kind}
      label={labels[kind]}
      mode={shown[kind]}
      inDigests={kind !== 'announcement' && kind !== 'appeal'}
      choose={(mode) => choose({ [kind]: mode })}
    />
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

interface ChoiceProps {
  label: string;
  mode: Mode;
  inDigests: boolean;
  choose: (mode: Mode) => void;
}

function Choice({ label, mode, inDigests, choose }: ChoiceProps) {
  const { t } = useTranslation(LATER);
  const id = useId();
  return (
    <Form.Group controlId={id}>
      <Form.Label>{label}</Form.Label>
      <Form.Select value={mode} onChange={(event) => choose(event.target.value as Mode)}>
        <option value="at_once">{t('mailing.modes.at_once')}</option>
        {inDigests && <option value="daily">{t('mailing.modes.daily')}</option>}
        {inDigests && <option value="weekly">{t('mailing.modes.weekly')}</option>}
        <option value="never">{t('mailing.modes.never')}</option>
      </Form.Select>
    </Form.Group>
  );
}

/** When what is wanted once a day or once a week comes; saved at once. */
function DigestTime({ known }: { known: Digest }) {
  const { shown, choose } = useChoices(known, KEY, {
    save: (digest) => preferences.update({ digest }),
    onSaved: useShowSaved(),
  });
  const { t, i18n } = useTranslation(LATER);
  const id = useId();
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <fieldset>
      <legend>{t('mailing.digests')}</legend>
      <Form.Group controlId={`${id}hour`}>
        <Form.Label>{t('mailing.hour')}</Form.Label>
        <Form.Select value={shown.hour} onChange={(event) => choose({ hour: Number(event.target.value) })}>
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {time.format(MONDAY + hour * HOUR)}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      <Form.Group controlId={`${id}day`}>
        <Form.Label>{t('mailing.weekday')}</Form.Label>
        <Form.Select
          value={shown.weekday}
          onChange={(event) => choose({ weekday: event.target.value as Digest['weekday'] })}
        >
          {WEEKDAYS.map((weekday, index) => (
            <option key={weekday} value={weekday}>
              {day.format(MONDAY + index * HOURS.length * HOUR)}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
    </fieldset>
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
