import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, SmilePlus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFailureToast } from '../error/failure-toast';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { RichText } from '../status/rich-text';
import {
  type Announcement, ANNOUNCEMENTS_KEY, dismissAnnouncement, react, readAnnouncements,
} from './announcements-api';
import './announcements.scss';

const OFTEN = 5 * 60_000;
const OFFERED = ['👍', '❤️', '🎉', '😂', '😮', '😢'];
const MOST = 8;

/** What the server tells its people, until they have had enough of it. */
export function Banner() {
  const { t, i18n } = useTranslation(LATER);
  const { data } = useQuery({
    queryKey: [...ANNOUNCEMENTS_KEY, i18n.language],
    queryFn: () => readAnnouncements(i18n.language),
    refetchInterval: OFTEN,
  });
  const one = data?.[0];
  if (one === undefined) {
    return null;
  }
  return (
    <section className="announcement" aria-label={t('announce.label')}>
      <OneAnnouncement key={one.id} announcement={one} />
      {data !== undefined && data.length > 1 && (
        <p className="quiet mb-0">{t('announce.more', { count: data.length - 1 })}</p>
      )}
    </section>
  );
}

function OneAnnouncement({ announcement }: { announcement: Announcement }) {
  const { t } = useTranslation(LATER);
  const { deed, disabled } = useDeed();
  return (
    <>
      <div className="announcement-words">
        <Bell size={20} aria-hidden="true" />
        <div>
          <RichText html={announcement.content} lang={announcement.language} />
          <Times announcement={announcement} />
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label={t('announce.dismiss')}
          disabled={disabled}
          onClick={() => deed(() => dismissAnnouncement(announcement.id))}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </div>
      <Reactions announcement={announcement} disabled={disabled} deed={deed} />
    </>
  );
}

function Times({ announcement: { startsAt, endsAt, allDay } }: { announcement: Announcement }) {
  const { i18n } = useTranslation(LATER);
  const format = useFormat();
  const write = (time: string): string =>
    allDay
      ? new Intl.DateTimeFormat(`${i18n.language}-u-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(time))
      : format.full(time);
  const times = [startsAt, endsAt].filter((time) => time !== null);
  return times.length > 0 && <p className="quiet mb-0">{[...new Set(times.map(write))].join(' – ')}</p>;
}

function Reactions({
  announcement: { id, reactions },
  disabled,
  deed,
}: {
  announcement: Announcement;
  disabled: boolean;
  deed: (act: () => Promise<void>) => void;
}) {
  const { t } = useTranslation(LATER);
  const [choosing, setChoosing] = useState(false);
  const offered = OFFERED.filter((name) => reactions.every((reaction) => reaction.name !== name));
  return (
    <div className="announcement-reactions">
      {reactions.map(({ name, count, me }) => (
        <button
          key={name}
          type="button"
          className="btn btn-sm btn-quiet"
          aria-pressed={me}
          disabled={disabled}
          onClick={() => deed(() => react(id, name, !me))}
        >
          {name} <bdi>{count}</bdi>
        </button>
      ))}
      {reactions.length < MOST && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('announce.react')}
          aria-expanded={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          <SmilePlus size={18} aria-hidden="true" />
        </button>
      )}
      {choosing &&
        offered.map((name) => (
          <button
            key={name}
            type="button"
            className="btn btn-sm btn-quiet"
            aria-label={t('announce.reactWith', { emoji: name })}
            disabled={disabled}
            onClick={() => {
              setChoosing(false);
              deed(() => react(id, name, true));
            }}
          >
            {name}
          </button>
        ))}
    </div>
  );
}

function useDeed(): { deed: (act: () => Promise<void>) => void; disabled: boolean } {
  const queries = useQueryClient();
  const tellFailure = useFailureToast();
  const { mutate, isPending } = useMutation({
    mutationFn: (act: () => Promise<void>) => act(),
    onError: (error) => tellFailure(error),
    onSettled: () => queries.invalidateQueries({ queryKey: ANNOUNCEMENTS_KEY }),
  });
  return { deed: (act) => mutate(act), disabled: isPending };
}
