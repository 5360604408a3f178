import type { mastodon } from 'masto';

export type Account = mastodon.v1.Account;
export type AccountWarning = mastodon.v1.AccountWarning;
export type AdminAccount = mastodon.v1.admin.Account;
/** As this server sends it, and the API has it: with what moderators see of the people. The posts are as they were then. */
export type AdminReport = Omit<
  mastodon.v1.admin.Report,
  'account' | 'targetAccount' | 'assignedAccount' | 'actionTakenByAccount'
> & {
  caseId: string;
  /** The automatic rule that reported; its name is the comment, and the account that of whom it reported. */
  automaticRuleId: string | null;
  account: AdminAccount;
  targetAccount: AdminAccount;
  assignedAccount: AdminAccount | null;
  actionTakenByAccount: AdminAccount | null;
};
export type Conversation = mastodon.v1.Conversation;
export type CredentialAccount = mastodon.v1.CredentialAccount;
export type Filter = mastodon.v2.Filter;
export type FilterResult = mastodon.v1.FilterResult;
export type MediaAttachment = mastodon.v1.MediaAttachment;
/** Somebody in the list of those whom one has muted. */
export type MutedAccount = Account & { muteExpiresAt?: string | null };
export type Notification = mastodon.v1.Notification;
/** Groups beside the people and posts that they name, as this server sends them; masto's type has no list of people. */
export interface NotificationGroups {
  accounts: Account[];
  statuses: Status[];
  notificationGroups: {
    groupKey: string;
    notificationsCount: number;
    type: mastodon.v1.NotificationType;
    /** Too large for a number; on a page, the newest is better read from `pageMaxId`. */
    mostRecentNotificationId: number;
    pageMaxId?: string | null;
    latestPageNotificationAt?: string | null;
    sampleAccountIds: string[];
    statusId?: string | null;
    report?: mastodon.v1.Report;
    moderationWarning?: mastodon.v1.AccountWarning;
  }[];
}
/** As this server sends it: the count is text, as the API has it. */
export type NotificationRequest = Omit<mastodon.v1.NotificationRequest, 'notificationsCount'> & {
  notificationsCount: string | number;
};
/** With the members that masto's type lacks. */
export type PreviewCard = mastodon.v1.PreviewCard & { imageDescription?: string };
export type Poll = mastodon.v1.Poll;
/** With the members that masto's type lacks. */
export type Relationship = mastodon.v1.Relationship & { mutingExpiresAt?: string | null };
/** With the members that masto's type lacks. */
export type ScheduledStatus = Omit<mastodon.v1.ScheduledStatus, 'params'> & {
  params: {
    text: string | null;
    spoilerText: string | null;
    sensitive: boolean | null;
    visibility: Visibility;
    language: string | null;
    inReplyToId: string | null;
    quotedStatusId?: string | null;
    quoteApprovalPolicy?: 'public' | 'followers' | 'nobody' | null;
    poll: { options: string[]; expiresIn: number; multiple: boolean; hideTotals: boolean } | null;
  };
};
export type Rule = mastodon.v1.Rule;
/** With what this server adds: whether one's own post waits for a moderator. */
export type Status = mastodon.v1.Status & { held?: boolean };
/** With the member that masto's type lacks. */
export type StatusEdit = mastodon.v1.StatusEdit & { poll?: { options: { title: string }[] } | null };
export type Tag = mastodon.v1.Tag;
/** People whom one follows, put together by oneself: a `List` of the API. */
export type UserList = mastodon.v1.List;
export type Visibility = mastodon.v1.StatusVisibility;

/** With the members that masto's type lacks. */
export type Translation = mastodon.v1.Translation & {
  spoilerText?: string;
  language?: string;
  detectedSourceLanguage?: string;
};
