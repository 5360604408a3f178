import type { CredentialAccount } from '../api/types';

const ADMINISTRATOR = 0x1;
const VIEW_DASHBOARD = 0x8;
const MANAGE_REPORTS = 0x10;
const MANAGE_SETTINGS = 0x40;
const MANAGE_BLOCKS = 0x80;
const MANAGE_TAXONOMIES = 0x100;
const MANAGE_APPEALS = 0x200;
const MANAGE_USERS = 0x400;
const MANAGE_INVITES = 0x800;
const MANAGE_RULES = 0x1000;
const INVITE_USERS = 0x10000;
const MANAGE_ANNOUNCEMENTS = 0x2000;
const DELETE_USER_DATA = 0x80000;

function may(me: CredentialAccount, flag: number): boolean {
  return (Number(me.role.permissions) & (flag | ADMINISTRATOR)) !== 0;
}

/** Whether somebody's role lets them handle reports. */
export function handlesReports(me: CredentialAccount): boolean {
  return may(me, MANAGE_REPORTS);
}

/** Whether it lets them decide what trends. */
export function managesTrends(me: CredentialAccount): boolean {
  return may(me, MANAGE_TAXONOMIES);
}

/** Whether it lets them decide about appeals. */
export function decidesAppeals(me: CredentialAccount): boolean {
  return may(me, MANAGE_APPEALS);
}

/** Whether it lets them block networks. */
export function managesBlocks(me: CredentialAccount): boolean {
  return may(me, MANAGE_BLOCKS);
}

/** Whether it lets them act on accounts. */
export function actsOnPeople(me: CredentialAccount): boolean {
  return may(me, MANAGE_USERS);
}

/** Whether it lets them delete all that somebody has here. */
export function deletesData(me: CredentialAccount): boolean {
  return may(me, DELETE_USER_DATA);
}

/** Whether it lets them invite people. */
export function invitesPeople(me: CredentialAccount): boolean {
  return may(me, INVITE_USERS);
}

/** Whether it lets them revoke everybody's invitations. */
export function managesInvites(me: CredentialAccount): boolean {
  return may(me, MANAGE_INVITES);
}

/** Whether it lets them write rules. */
export function managesRules(me: CredentialAccount): boolean {
  return may(me, MANAGE_RULES);
}

/** Whether it lets them announce. */
export function announces(me: CredentialAccount): boolean {
  return may(me, MANAGE_ANNOUNCEMENTS);
}

/** Whether it lets them see figures about the server. */
export function seesFigures(me: CredentialAccount): boolean {
  return may(me, VIEW_DASHBOARD);
}

/** Whether it lets them change the server's settings. */
export function changesSettings(me: CredentialAccount): boolean {
  return may(me, MANAGE_SETTINGS);
}
