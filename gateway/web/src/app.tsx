import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';

import { createQueryClient } from './api/query-client';
import { createRouter } from './routes';
import { SessionProvider } from './session/session';
import { ToastProvider } from './shell/toasts';
import { AppearanceProvider } from './theme/appearance';

/** The whole client. */
export function App({ i18n }: { i18n: I18n }) {
  const [queries] = useState(createQueryClient);
  const [router] = useState(createRouter);
  return (
    <I18nextProvider i18n={i18n}>
      <AppearanceProvider>
        <QueryClientProvider client={queries}>
          <ToastProvider>
            <SessionProvider>
              <RouterProvider router={router} />
            </SessionProvider>
          </ToastProvider>
        </QueryClientProvider>
      </AppearanceProvider>
    </I18nextProvider>
  );
}
