import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Settings, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { api } from '../api/client';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { MenuItem } from '../shell/menu-item';
import { NOTIFICATIONS_KEY } from './groups';
import { type Choice, pathOf, type Shown } from './kinds';
import { UNREAD_KEY, tellRead } from './unread';

const ConfirmDialog = lazy(async () => ({ default: (await import('../shell/confirm-dialog')).ConfirmDialog }));

/** What one seldom does on the page of notifications: look at one kind alone, change what one hears of, begin anew. */
export function NotificationsMenu({ choices, shown }: { choices: Choice[]; shown: Shown }) {
  const { t } = useTranslation(LATER);
  const navigate = useNavigate();
  const clear = useClear();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Dropdown align="end">
        <Dropdown.Toggle as="button" type="button" bsPrefix="icon-button" aria-label={t('notifications.menu')}>
          <Ellipsis size={20} aria-hidden="true" />
        </Dropdown.Toggle>
        <Dropdown.Menu renderOnMount={false}>
          {choices
            .filter((choice) => choice.shown !== shown)
            .map((choice) => (
              <MenuItem
                key={choice.shown}
                Icon={choice.Icon}
                text={choice.label}
                onClick={() => void navigate(pathOf(choice.shown), { replace: true, preventScrollReset: true })}
              />
            ))}
          <Dropdown.Divider />
          <MenuItem Icon={Settings} text={t('policy.title')} onClick={() => void navigate('/settings/notifications')} />
          <MenuItem Icon={Trash2} text={t('notifications.clear')} grave onClick={() => setAsked(true)} />
        </Dropdown.Menu>
      </Dropdown>
      {asked && (
        <Suspense>
          <ConfirmDialog
            title={t('notifications.clearTitle')}
            text={t('notifications.clearText')}
            action={t('notifications.clear')}
            onConfirm={clear}
            onClose={() => setAsked(false)}
          />
        </Suspense>
      )}
    </>
  );
}

function useClear(): () => void {
  const queries = useQueryClient();
  const tellFailure = useFailureToast();
  const { mutate } = useMutation({
    mutationFn: () => api.v1.notifications.clear(),
    onSuccess: async () => {
      queries.setQueryData(UNREAD_KEY, 0);
      tellRead();
      await queries.resetQueries({ queryKey: NOTIFICATIONS_KEY });
    },
    onError: (error) => tellFailure(error),
  });
  return () => mutate();
}
