import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { useSession, useSessionEnded } from '../session/session';

/** Listens to what happens, as long as somebody is signed in. Until then, and without streams, pages ask now and then. */
export function useStreams(): void {
  const queries = useQueryClient();
  const me = useSession();
  const ended = useSessionEnded();
  const personId = ended ? undefined : me?.id;
  useEffect(() => {
    if (personId === undefined) {
      return undefined;
    }
    let left = false;
    let stop = (): void => {};
    import('./listen').then(
      ({ listen }) => {
        if (!left) {
          stop = listen(queries, personId);
        }
      },
      () => {},
    );
    return () => {
      left = true;
      stop();
    };
  }, [personId, queries]);
}
