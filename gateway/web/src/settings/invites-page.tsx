import { Ticket } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { type Cursor, pageOf } from '../api/paging';
import { DAY, Durations } from '../i18n/durations';
import { LATER } from '../i18n/i18n';
import { Entries } from '../moderation/entries';
import { ForStaff } from '../moderation/for-staff';
import '../moderation/moderation.scss';
import { useAct } from '../moderation/use-act';
import { invitesPeople } from '../session/staff';
import { PageHeader } from '../shell/page-header';
import { usePages } from '../timeline/use-pages';
import { type Invite, InviteEntry } from './invite-entry';

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  invites: {
    list: { $raw(params: Cursor & { limit: number }): Promise<{ data: Invite[]; headers: Headers }> };
    create(wish: { maxUses?: number | undefined; expiresIn?: number | undefined }): Promise<Invite>;
    $select(id: string): { remove(): Promise<Invite> };
  };
}

const { invites } = api.v1 as unknown as Additions;

const KEY = ['invites'];

const USES = [1, 5, 10, 50, 100];
const LASTING = [DAY, 7 * DAY, 30 * DAY];

/** One's own invitations. */
export function InvitesPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('invites.title')} back />
      <ForStaff may={invitesPeople} denied={t('invites.denied')}>
        <div className="moderation-report">
          <NewInvite />
          <List />
        </div>
      </ForStaff>
    </>
  );
}

function NewInvite() {
  const { t } = useTranslation(LATER);
  const id = useId();
  const { mutate, isPending } = useAct(KEY);
  const [uses, setUses] = useState('1');
  const [lasting, setLasting] = useState(String(7 * DAY));
  const number = (text: string): number | undefined => (text === '' ? undefined : Number(text));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate(() => invites.create({ maxUses: number(uses), expiresIn: number(lasting) }));
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('invites.new')}</h2>
      <form className="moderation-form" onSubmit={submit}>
        <Form.Group controlId={`${id}-uses`}>
          <Form.Label>{t('invites.uses')}</Form.Label>
          <Form.Select value={uses} onChange={(event) => setUses(event.target.value)}>
            {USES.map((count) => (
              <option key={count} value={count}>
                {t('invites.people', { count })}
              </option>
            ))}
            <option value="">{t('invites.anybody')}</option>
          </Form.Select>
        </Form.Group>
        <Form.Group controlId={`${id}-lasting`}>
          <Form.Label>{t('moderation.lasting')}</Form.Label>
          <Form.Select value={lasting} onChange={(event) => setLasting(event.target.value)}>
            <Durations of={LASTING} />
            <option value="">{t('invites.untilRevoked')}</option>
          </Form.Select>
        </Form.Group>
        <button type="submit" className="btn btn-primary" disabled={isPending}>
          {t('invites.make')}
        </button>
      </form>
    </section>
  );
}

function List() {
  const { t } = useTranslation(LATER);
  const list = usePages<Invite>(KEY, (cursor) => pageOf(invites.list.$raw({ limit: 20, ...cursor })));
  return (
    <Entries
      list={list}
      label={t('invites.title')}
      none={{ Icon: Ticket, title: t('invites.noneTitle'), text: t('invites.noneText') }}
    >
      {(one) => (
        <InviteEntry
          key={one.id}
          invite={one}
          of={KEY}
          actions={<Copy url={one.url} />}
          revoke={(id) => invites.$select(id).remove()}
        />
      )}
    </Entries>
  );
}

function Copy({ url }: { url: string }) {
  const { t } = useTranslation(LATER);
  const { mutate, isPending } = useAct(KEY);
  return (
    <button
      type="button"
      className="btn btn-sm btn-quiet"
      disabled={isPending}
      onClick={() => mutate(() => navigator.clipboard.writeText(url))}
    >
      {t('invites.copy')}
    </button>
  );
}
