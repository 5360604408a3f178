import { notifyManager, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { useFailureToast } from '../error/failure-toast';

/** What is still chosen once a change has been saved, or refused: not what it held, unless that was chosen anew since. */
export function settled<T extends object>(chosen: Partial<T>, change: Partial<T>): Partial<T> {
  const left = { ...chosen };
  for (const key of Object.keys(change) as (keyof T)[]) {
    if (left[key] === change[key]) {
      delete left[key];
    }
  }
  return left;
}

/** What is saved within it is saved one after the other. */
export function scopeOf(queryKey: QueryKey): { id: string } {
  return { id: JSON.stringify(queryKey) };
}

/**
 * A form whose choices are saved at once. What a person chose stands over all that the server has said, until it has
 * answered to that choice: an answer to an earlier one, or to a question asked before, never takes it back. Changes are
 * saved one after the other, so that the last one wins on the server, too; one that is refused is said to be.
 *
 * @param known what the server has said
 * @param queryKey where that is cached
 */
export function useChoices<T extends object, A>(
  known: T,
  queryKey: QueryKey,
  { save, onSaved }: { save: (change: Partial<T>) => Promise<A>; onSaved: (answer: A) => void },
): { shown: T; choose: (change: Partial<T>) => void } {
  const queries = useQueryClient();
  const tellFailure = useFailureToast();
  const [chosen, setChosen] = useState<Partial<T>>({});
  const { mutate } = useMutation({
    scope: scopeOf(queryKey),
    mutationFn: async (change: Partial<T>) => {
      const answer = await save(change);
      await queries.cancelQueries({ queryKey });
      return answer;
    },
    onSuccess: onSaved,
    onError: (error) => tellFailure(error),
    // Not before those who look at the cache have seen the answer.
    onSettled: (_answer, _error, change) =>
      notifyManager.schedule(() => setChosen((now) => settled(now, change))),
  });
  const choose = (change: Partial<T>): void => {
    setChosen((now) => ({ ...now, ...change }));
    mutate(change);
  };
  return { shown: { ...known, ...chosen }, choose };
}
