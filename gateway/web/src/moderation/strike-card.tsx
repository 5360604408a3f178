import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { ruleIn } from '../report/rule-text';
import type { Strike } from './casework-api';

const ACTION_TEXTS = {
  none: 'strikes.actions.none',
  delete_statuses: 'strikes.actions.deleteStatuses',
  sensitive: 'strikes.actions.sensitive',
  silence: 'strikes.actions.silence',
  disable: 'strikes.actions.disable',
  suspend: 'strikes.actions.suspend',
} as const satisfies Record<Strike['action'], string>;

const LIFTING_TEXTS = {
  ended: 'strikes.liftings.ended',
  undone: 'strikes.liftings.undone',
  appealed: 'strikes.liftings.appealed',
} as const satisfies Record<NonNullable<Strike['lifting']>, string>;

const APPEAL_TEXTS = {
  pending: 'strikes.appeals.pending',
  approved: 'strikes.appeals.approved',
  rejected: 'strikes.appeals.rejected',
} as const satisfies Record<NonNullable<Strike['appeal']>['state'], string>;

/** Something that moderators did, and what became of it. */
export function StrikeCard({ strike, children }: { strike: Strike; children?: ReactNode }) {
  const { t, i18n } = useTranslation(LATER);
  const format = useFormat();
  const { action, text, rules, appeal, endsAt, lifting, moderatorAccount: moderator } = strike;
  return (
    <article className="moderation-entry">
      <h3>{t(ACTION_TEXTS[action])}</h3>
      <p className="quiet">
        <time dateTime={strike.createdAt}>{format.full(strike.createdAt)}</time>
        {moderator !== null && <> · {nameOf(moderator)}</>}
      </p>
      {text !== '' && <blockquote dir="auto">{text}</blockquote>}
      {rules.length > 0 && (
        <ul>
          {rules.map((rule) => (
            <li key={rule.id} dir="auto">{ruleIn(rule, i18n.language).text}</li>
          ))}
        </ul>
      )}
      {lifting === null && endsAt !== null && <p>{t('strikes.endsAt', { time: format.full(endsAt) })}</p>}
      {lifting !== null && <p className="moderation-lifted">{t(LIFTING_TEXTS[lifting])}</p>}
      {appeal !== null && (
        <>
          <p className="quiet">{t(APPEAL_TEXTS[appeal.state])}</p>
          <blockquote dir="auto">{appeal.text}</blockquote>
        </>
      )}
      {children}
    </article>
  );
}
