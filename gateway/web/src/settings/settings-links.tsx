import {
  Bell, BellRing, CalendarClock, ChartLine, ChevronRight, FilePenLine, Gavel, Hash, Hourglass, KeyRound, ListFilter, LogOut, type LucideIcon, Mail, Mails, MailX, MonitorSmartphone, Network, Scale,
  ShieldBan, ShieldCheck, Ticket, TrendingUp, UserRound, UserRoundCheck, VolumeX,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { LATER } from '../i18n/i18n';
import { useFollowRequestCount } from '../relation/follow-requests';
import { SECURITY, SIGN_OUT, useMe } from '../session/session';
import {
  actsOnPeople, announces, changesSettings, handlesReports, invitesPeople, managesBlocks, managesInvites, managesRules, managesTrends,
  seesFigures,
} from '../session/staff';

/** Each of them has a page of its own. */
const RIGHTS = [
  announces, handlesReports, actsOnPeople, changesSettings, managesBlocks, managesInvites, managesRules, managesTrends,
  seesFigures,
];

/** The ways to what belongs to the account. Passwords and addresses are on a page that the server makes. */
export function SettingsLinks() {
  const { t } = useTranslation(LATER);
  const me = useMe();
  const requests = useFollowRequestCount();
  return (
    <>
      <Group title={t('settings.profileAndPeople')}>
        <Inside to="/settings/profile" Icon={UserRound} label={t('profile.edit')} />
        <Inside
          to="/follow-requests"
          Icon={UserRoundCheck}
          label={t('relation.requests')}
          hint={requests > 0 ? String(requests) : undefined}
        />
        <Inside to="/drafts" Icon={FilePenLine} label={t('compose.drafts')} />
        <Inside to="/scheduled" Icon={CalendarClock} label={t('schedule.title')} />
        <Inside to="/followed-tags" Icon={Hash} label={t('tags.followed')} />
        <Inside to="/settings/filters" Icon={ListFilter} label={t('filter.title')} />
        <Inside to="/settings/notifications" Icon={BellRing} label={t('policy.title')} />
        <Inside to="/settings/mutes" Icon={VolumeX} label={t('relation.mutes')} />
        <Inside to="/settings/blocks" Icon={ShieldBan} label={t('relation.blocks')} />
      </Group>
      {RIGHTS.some((may) => may(me)) && (
        <Group title={t('settings.server')}>
          {handlesReports(me) && <Inside to="/moderation" Icon={ShieldCheck} label={t('moderation.title')} />}
          {handlesReports(me) && <Inside to="/moderation/held" Icon={Hourglass} label={t('held.title')} />}
          {managesRules(me) && <Inside to="/moderation/rules" Icon={Gavel} label={t('automatic.title')} />}
          {managesTrends(me) && <Inside to="/moderation/trends" Icon={TrendingUp} label={t('trendReview.title')} />}
          {actsOnPeople(me) && <Inside to="/moderation/mail" Icon={MailX} label={t('unreached.title')} />}
          {changesSettings(me) && <Inside to="/moderation/mails" Icon={Mails} label={t('mails.title')} />}
          {managesBlocks(me) && <Inside to="/moderation/networks" Icon={Network} label={t('networks.title')} />}
          {managesInvites(me) && <Inside to="/moderation/invites" Icon={Ticket} label={t('invites.ofAll')} />}
          {seesFigures(me) && <Inside to="/moderation/dashboard" Icon={ChartLine} label={t('dashboard.title')} />}
          {announces(me) && <Inside to="/settings/announcements" Icon={Bell} label={t('announce.title')} />}
        </Group>
      )}
      <Group title={t('settings.account')}>
        <Outside href={`${SECURITY}#change-password`} Icon={KeyRound} label={t('settings.password')} />
        <Outside href={`${SECURITY}#change-email`} Icon={Mail} label={t('settings.email')} />
        <Inside to="/settings/sessions" Icon={MonitorSmartphone} label={t('sessions.title')} />
        {invitesPeople(me) && <Inside to="/settings/invites" Icon={Ticket} label={t('invites.title')} />}
        <Inside to="/settings/strikes" Icon={Scale} label={t('strikes.title')} />
        <Outside href={SIGN_OUT} Icon={LogOut} label={t('session.signOut')} />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <div className="settings-links">{children}</div>
    </nav>
  );
}

interface Way {
  Icon: LucideIcon;
  label: string;
  hint?: string | undefined;
}

function Inside({ to, ...way }: Way & { to: string }) {
  return (
    <Link to={to}>
      <Sign {...way} />
    </Link>
  );
}

function Outside({ href, ...way }: Way & { href: string }) {
  return (
    <a href={href}>
      <Sign {...way} />
    </a>
  );
}

function Sign({ Icon, label, hint }: Way) {
  return (
    <>
      <Icon size={20} aria-hidden="true" />
      <span>{label}</span>
      {hint !== undefined && <bdi className="quiet">{hint}</bdi>}
      <ChevronRight size={18} aria-hidden="true" className="quiet" />
    </>
  );
}
