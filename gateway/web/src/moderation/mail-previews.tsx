import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Form } from 'react-bootstrap';
import { useTranslation } from 'react-i18next';

import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { LANGUAGES } from '../i18n/languages';
import { Loading } from '../shell/loading';
import { MailFrame, type Scheme } from './mail-frame';
import { mails } from './mails-api';

/** Those of a phone and of a window of a mail program, in CSS pixels. */
const WIDTHS = [360, 600];

const SCHEMES = ['light', 'dark'] as const satisfies Scheme[];

interface View {
  kind: string;
  language: string;
  width: number;
  scheme: Scheme;
}

/** Each kind of mail with things that never happened, in each language. */
export function MailPreviews() {
  const { t, i18n } = useTranslation(LATER);
  const id = useId();
  const [view, setView] = useState<View>({ kind: 'confirmation', language: i18n.language, width: 360, scheme: 'light' });
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('mails.previews')}</h2>
      <p className="quiet">{t('mails.previewsHint')}</p>
      <Choices view={view} change={(part) => setView({ ...view, ...part })} />
      <Preview view={view} />
    </section>
  );
}

function Choices({ view, change }: { view: View; change: (part: Partial<View>) => void }) {
  const { t, i18n } = useTranslation(LATER);
  const id = useId();
  const { language } = i18n;
  const { data = [{ kind: view.kind, subject: '' }] } = useQuery({
    queryKey: ['admin-mails', language],
    queryFn: async () => mails.list({ locale: language }),
  });
  return (
    <div className="mail-choices">
      <Form.Group controlId={`${id}-kind`}>
        <Form.Label>{t('mails.kind')}</Form.Label>
        <Form.Select value={view.kind} onChange={({ target: { value } }) => change({ kind: value })}>
          {data.map(({ kind, subject }) => (
            <option key={kind} value={kind}>
              {subject}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      <Form.Group controlId={`${id}-language`}>
        <Form.Label>{t('search.language')}</Form.Label>
        <Form.Select value={view.language} onChange={({ target: { value } }) => change({ language: value })}>
          {[...LANGUAGES].map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      <Form.Group controlId={`${id}-width`}>
        <Form.Label>{t('mails.width')}</Form.Label>
        <Form.Select value={view.width} onChange={({ target: { value } }) => change({ width: Number(value) })}>
          {WIDTHS.map((width) => (
            <option key={width} value={width}>
              {t('mails.pixels', { width })}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      <Form.Group controlId={`${id}-scheme`}>
        <Form.Label>{t('settings.appearance')}</Form.Label>
        <Form.Select value={view.scheme} onChange={({ target: { value } }) => change({ scheme: value as Scheme })}>
          {SCHEMES.map((scheme) => (
            <option key={scheme} value={scheme}>
              {t(`settings.${scheme}`)}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
    </div>
  );
}

function Preview({ view: { kind, language, width, scheme } }: { view: View }) {
  const { t } = useTranslation(LATER);
  const { data, error, refetch } = useQuery({
    queryKey: ['admin-mail', kind, language],
    queryFn: async () => mails.$select(kind).fetch({ locale: language }),
  });
  if (data === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      <h3 lang={data.locale} dir="auto">
        {data.subject}
      </h3>
      <MailFrame key={`${data.html} ${scheme} ${width}`} mail={data} width={width} scheme={scheme} />
      <h3>{t('mails.text')}</h3>
      <pre className="mail-text" lang={data.locale} dir="auto">
        {data.text}
      </pre>
    </>
  );
}
