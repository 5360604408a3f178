import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { api } from '../api/client';
import { reasonOf, statusOf } from '../api/errors';
import type { ScheduledStatus } from '../api/types';
import { useComposer } from '../compose/composer-context';
import { parentOf } from '../compose/parent-of';
import { putOnHome } from '../compose/put-on-home';
import { draftOfScheduled, inPlaceOf, isGivenUp, SCHEDULED_KEY } from '../compose/scheduled-posts';
import { refusalIn } from '../compose/schedule-refusals';
import { createPost } from '../compose/send-post';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { focusBeside } from '../shell/focus-beside';
import { useToast } from '../shell/toasts';
import { postPath } from '../status/time-link';

/** What an author does with a post that waits. */
export function useScheduledActions(post: ScheduledStatus) {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { open } = useComposer();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const here = api.v1.scheduledStatuses.$select(post.id);
  const draft = draftOfScheduled(post);
  const parentId = post.params.inReplyToId ?? undefined;

  const { mutate, isPending } = useMutation({
    mutationFn: (deed: () => Promise<void>) => deed(),
    onError: (error) => {
      const reason = refusalIn(error, t) ?? reasonOf(error);
      if (reason === undefined) {
        tellFailure(error, statusOf(error) === 404 ? { text: t('schedule.gone') } : {});
      } else {
        toast({ text: reason, bad: true });
      }
      if (isGivenUp(post)) {
        open({ draft: { ...draft, scheduledFor: null } });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: SCHEDULED_KEY }),
  });
  const leave = (): void =>
    focusBeside(document.querySelector<HTMLElement>(`[data-scheduled="${post.id}"]`), '[data-scheduled]');

  return {
    isPending,
    move: (scheduledAt: string) =>
      mutate(async () => {
        await here.update({ scheduledAt });
        toast({ text: t('compose.saved') });
      }),
    /** Sent with a key of its own, so that it is published once however often it is pressed. */
    publish: () =>
      mutate(async () => {
        const status = await inPlaceOf(post, () => createPost(draft, parentId, `scheduled.${post.id}`));
        putOnHome(queries, status);
        leave();
        toast({
          text: t('compose.published'),
          action: { label: t('compose.view'), run: () => void navigate(postPath(status)) },
        });
      }),
    remove: () =>
      mutate(async () => {
        await here.remove();
        leave();
        toast({ text: t('post.deleted') });
      }),
    /** Takes it into the composer; the post that it answers may be gone. */
    edit: async () => {
      try {
        const replyTo = await parentOf(parentId);
        open({ waiting: post, draft, replyTo });
      } catch (error) {
        tellFailure(error);
      }
    },
  };
}
