import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Poll, Status } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { chosenAfter } from './poll-shares';
import { changeStatus } from './status-cache';

/** Where one votes. */
export function PollBallot({ status, poll }: { status: Status; poll: Poll }) {
  const { t } = useTranslation();
  const id = useId();
  const queries = useQueryClient();
  const tellFailure = useFailureToast();
  const [chosen, setChosen] = useState<number[]>([]);
  const vote = useMutation({
    mutationFn: () => api.v1.polls.$select(poll.id).votes.create({ choices: chosen }),
    onSuccess: (voted) => changeStatus(queries, status.id, (it) => ({ ...it, poll: voted })),
    onError: (error) => tellFailure(error),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    vote.mutate();
  };
  return (
    <form className="poll-ballot" onSubmit={submit}>
      <fieldset>
        <legend className="visually-hidden">{poll.multiple ? t('poll.chooseSeveral') : t('poll.chooseOne')}</legend>
        {poll.options.map(({ title }, position) => (
          <label key={title}>
            <input
              type={poll.multiple ? 'checkbox' : 'radio'}
              className="form-check-input"
              name={id}
              checked={chosen.includes(position)}
              onChange={() => setChosen((now) => chosenAfter(now, position, poll.multiple))}
            />
            <bdi>{title}</bdi>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="btn btn-sm btn-primary" disabled={chosen.length === 0 || vote.isPending}>
        {t('poll.vote')}
      </button>
    </form>
  );
}
