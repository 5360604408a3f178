import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { mastodon } from 'masto';

import { api } from '../api/client';
import type { CredentialAccount } from '../api/types';
import { SESSION_KEY } from '../session/session';

/** Lets every page know at once what somebody has changed about themselves. */
export function useShowSaved(): (saved: CredentialAccount) => void {
  const queries = useQueryClient();
  return (saved) => {
    queries.setQueryData(SESSION_KEY, saved);
    queries.setQueryData(['account', saved.acct.toLowerCase()], saved);
  };
}

/** Changes something about oneself. */
export function useSaveProfile(onSaved: (saved: CredentialAccount) => void) {
  const show = useShowSaved();
  return useMutation({
    mutationFn: (change: mastodon.rest.v1.UpdateCredentialsParams) => api.v1.accounts.updateCredentials(change),
    onSuccess: (saved) => {
      show(saved);
      onSaved(saved);
    },
  });
}
