import { Network } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { type Cursor, pageOf } from '../api/paging';
import { DAY } from '../i18n/durations';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { managesBlocks } from '../session/staff';
import { PageHeader } from '../shell/page-header';
import { usePages } from '../timeline/use-pages';
import { Entries } from './entries';
import { ForStaff } from './for-staff';
import { Lasting } from './lasting';
import './moderation.scss';
import { useAct } from './use-act';

/** What is kept from people of a network, from the least to everything. */
const SEVERITIES = ['sign_up_requires_approval', 'sign_up_block', 'no_access'] as const;
type Severity = (typeof SEVERITIES)[number];

const SEVERITY_TEXTS = {
  sign_up_requires_approval: 'networks.severities.approval',
  sign_up_block: 'networks.severities.signUp',
  no_access: 'networks.severities.access',
} as const satisfies Record<Severity, string>;

interface Wish {
  ip: string;
  severity: Severity;
  comment: string;
  expiresIn?: number | undefined;
}

/** As this server sends it: the expiry may be missing. */
interface IpBlock {
  id: string;
  ip: string;
  severity: Severity;
  comment: string;
  createdAt: string;
  expiresAt: string | null;
}

/** masto has it with other words for what is blocked. */
interface Additions {
  admin: {
    ipBlocks: {
      list: { $raw(params: Cursor & { limit: number }): Promise<{ data: IpBlock[]; headers: Headers }> };
      create(wish: Wish): Promise<IpBlock>;
      $select(id: string): { remove(): Promise<unknown> };
    };
  };
}

const { ipBlocks } = (api.v1 as unknown as Additions).admin;

const KEY = ['admin-ip-blocks'];

const LASTING = [DAY, 7 * DAY, 30 * DAY, 365 * DAY];

/** The networks whose people cannot sign up, or get nothing at all. */
export function NetworksPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('networks.title')} back />
      <ForStaff may={managesBlocks} denied={t('networks.denied')}>
        <div className="moderation-report">
          <NewBlock />
          <List />
        </div>
      </ForStaff>
    </>
  );
}

function NewBlock() {
  const { t } = useTranslation(LATER);
  const id = useId();
  const { mutate, isPending } = useAct(KEY);
  const [ip, setIp] = useState('');
  const [severity, setSeverity] = useState<Severity>('sign_up_requires_approval');
  const [comment, setComment] = useState('');
  const [lasting, setLasting] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wish = { ip, severity, comment, expiresIn: lasting === '' ? undefined : Number(lasting) };
    mutate(() => ipBlocks.create(wish), {
      onSuccess: () => {
        setIp('');
        setComment('');
      },
    });
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('networks.new')}</h2>
      <form className="moderation-form" onSubmit={submit}>
        <Form.Group controlId={`${id}-ip`}>
          <Form.Label>{t('networks.network')}</Form.Label>
          <Form.Control
            required
            dir="ltr"
            spellCheck={false}
            autoCapitalize="none"
            placeholder="192.0.2.0/24"
            value={ip}
            onChange={(event) => setIp(event.target.value)}
          />
        </Form.Group>
        <Form.Group controlId={`${id}-severity`}>
          <Form.Label>{t('networks.severity')}</Form.Label>
          <Form.Select value={severity} onChange={(event) => setSeverity(event.target.value as Severity)}>
            {SEVERITIES.map((one) => (
              <option key={one} value={one}>
                {t(SEVERITY_TEXTS[one])}
              </option>
            ))}
          </Form.Select>
        </Form.Group>
        <Lasting id={`${id}-lasting`} of={LASTING} value={lasting} onChange={setLasting} />
        <Form.Group controlId={`${id}-comment`}>
          <Form.Label>{t('networks.comment')}</Form.Label>
          <Form.Control
            dir="auto"
            maxLength={500}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </Form.Group>
        <button type="submit" className="btn btn-primary" disabled={isPending}>
          {t('networks.block')}
        </button>
      </form>
    </section>
  );
}

function List() {
  const { t } = useTranslation(LATER);
  const list = usePages<IpBlock>(KEY, (cursor) => pageOf(ipBlocks.list.$raw({ limit: 20, ...cursor })));
  return (
    <Entries
      list={list}
      label={t('networks.title')}
      none={{ Icon: Network, title: t('networks.noneTitle'), text: t('networks.noneText') }}
    >
      {(one) => <Entry key={one.id} block={one} />}
    </Entries>
  );
}

function Entry({ block: { id, ip, severity, comment, expiresAt } }: { block: IpBlock }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const { mutate, isPending } = useAct(KEY);
  return (
    <article className="moderation-entry">
      <h3>
        <bdi dir="ltr">{ip}</bdi>
      </h3>
      <p>{t(SEVERITY_TEXTS[severity])}</p>
      {comment !== '' && (
        <p className="quiet" dir="auto">
          {comment}
        </p>
      )}
      {expiresAt !== null && <p className="quiet">{t('strikes.endsAt', { time: format.full(expiresAt) })}</p>}
      <div className="moderation-actions">
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          disabled={isPending}
          onClick={() => mutate(() => ipBlocks.$select(id).remove())}
        >
          {t('networks.lift')}
        </button>
      </div>
    </article>
  );
}
