import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import type { SampleMail } from './mails-api';
import { dress, undressed } from './undressed';

/** How a mail program looks. */
export type Scheme = 'light' | 'dark';

interface Frame {
  mail: SampleMail;
  /** In CSS pixels. */
  width: number;
  scheme: Scheme;
}

/** A mail as a mail program shows it: nothing in it runs, and no link of it leads out of the frame. */
export function MailFrame({ mail: { html, subject }, width, scheme }: Frame) {
  const { t } = useTranslation(LATER);
  const plain = undressed(html);
  const show = (frame: HTMLIFrameElement): void => {
    const { contentDocument } = frame;
    if (contentDocument !== null) {
      dress(contentDocument, plain.css, scheme);
      frame.height = String(contentDocument.documentElement.scrollHeight);
    }
  };
  return (
    <div className="mail-frame" role="region" tabIndex={0} aria-label={t('mails.preview')}>
      <iframe
        title={subject}
        sandbox="allow-same-origin"
        srcDoc={plain.html}
        width={width}
        onLoad={({ currentTarget }) => show(currentTarget)}
      />
    </div>
  );
}
