import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { pageOf } from '../api/paging';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { profilePath } from '../shell/nav-items';
import { PageHeader } from '../shell/page-header';
import { RichText } from '../status/rich-text';
import { usePages } from '../timeline/use-pages';
import { Entries } from './entries';
import { ForStaff } from './for-staff';
import './moderation.scss';
import { HELD_KEY, type HeldPost, heldPosts } from './rules-api';
import { useAct } from './use-act';
import { VisibilityName } from './visibility-name';

/** The posts that wait for a moderator because a rule wants that. */
export function HeldPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('held.title')} back />
      <ForStaff>
        <Waiting />
      </ForStaff>
    </>
  );
}

function Waiting() {
  const { t } = useTranslation(LATER);
  const list = usePages<HeldPost>(HELD_KEY, (cursor) => pageOf(heldPosts.list.$raw({ ...cursor })));
  return (
    <Entries
      list={list}
      label={t('held.title')}
      none={{ Icon: Hourglass, title: t('held.noneTitle'), text: t('held.noneText') }}
    >
      {(post) => <Entry key={post.id} post={post} />}
    </Entries>
  );
}

function Entry({ post }: { post: HeldPost }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const { mutate, isPending } = useAct(HELD_KEY);
  const one = heldPosts.$select(post.id);
  return (
    <article className="moderation-entry">
      {post.account !== null && (
        <h2>
          <Link to={profilePath(post.account)}>{nameOf(post.account)}</Link>
        </h2>
      )}
      <p className="quiet">
        <VisibilityName of={post.visibility} /> ·{' '}
        <time dateTime={post.createdAt}>{format.full(post.createdAt)}</time>
      </p>
      {post.spoilerText !== '' && <p dir="auto">{post.spoilerText}</p>}
      <RichText html={post.content} lang={post.language} />
      {post.pollOptions.length > 0 && (
        <ul>
          {post.pollOptions.map((option) => (
            <li key={option} dir="auto">
              {option}
            </li>
          ))}
        </ul>
      )}
      {post.mediaAttachments.map((media) => (
        <a key={media.id} href={media.url ?? ''} target="_blank" rel="noreferrer">
          {t('moderation.picture', { text: media.description ?? '' })}
        </a>
      ))}
      <div className="moderation-actions">
        <button
          type="button"
          className="btn btn-primary"
          disabled={isPending}
          onClick={() => mutate(() => one.release.create())}
        >
          {t('held.release')}
        </button>
        <button
          type="button"
          className="btn btn-quiet"
          disabled={isPending}
          onClick={() => mutate(() => one.reject.create())}
        >
          {t('held.reject')}
        </button>
      </div>
    </article>
  );
}
