import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { mastodon } from 'masto';

import { api } from '../api/client';
import type { CredentialAccount } from '../api/types';
import { SESSION_KEY } from '../session/session';

/** Changes something about oneself; every page knows at once. */
export function useSaveProfile(onSaved: (saved: CredentialAccount) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: mastodon.rest.v1.UpdateCredentialsParams) => api.v1.accounts.updateCredentials(change),
    onSuccess: (saved) => {
      queries.setQueryData(SESSION_KEY, saved);
      queries.setQueryData(['account', saved.acct.toLowerCase()], saved);
      onSaved(saved);
    },
  });
}
