import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { useToast } from '../shell/toasts';
import { type DevicePush, readDevicePush, switchOff, switchOn } from './device';

const KEY = ['device-push'];

/** Whether notifications appear on this device while no page is open. */
export function DeviceSwitch() {
  const { t } = useTranslation(LATER);
  const id = useId();
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const push = useQuery({ queryKey: KEY, queryFn: readDevicePush, staleTime: 0 });
  const switching = useMutation({
    mutationFn: async (wanted: boolean) => {
      const state = await (wanted ? switchOn() : switchOff());
      // What was read before must not overwrite it.
      await queries.cancelQueries({ queryKey: KEY });
      return state;
    },
    onSuccess: (state: DevicePush) => {
      queries.setQueryData<DevicePush>(KEY, state);
      if (state === 'on' || state === 'off') {
        toast({ text: state === 'on' ? t('push.on') : t('push.off') });
      }
    },
    onError: (error) => {
      tellFailure(error);
      void queries.invalidateQueries({ queryKey: KEY });
    },
  });
  const obstacles = { unsupported: t('push.unsupported'), denied: t('push.denied'), on: undefined, off: undefined };
  const obstacle = push.data === undefined ? undefined : obstacles[push.data];
  const shown = switching.isPending ? switching.variables : push.data === 'on';
  return (
    <fieldset className="settings-group">
      <legend>{t('push.legend')}</legend>
      <Form.Check
        id={id}
        type="switch"
        label={t('push.label')}
        aria-describedby={`${id}-hint`}
        checked={shown}
        disabled={push.data === undefined || obstacle !== undefined || switching.isPending}
        onChange={(event) => switching.mutate(event.target.checked)}
      />
      <p id={`${id}-hint`} className="quiet">
        {obstacle ?? t('push.hint')}
      </p>
    </fieldset>
  );
}
