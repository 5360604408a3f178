import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { type ReactNode, useState } from 'react';
import ThemeProvider from 'react-bootstrap/ThemeProvider';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';

import { createQueryClient } from './api/query-client';
import { keepWhatIsSeen } from './offline/seen-last';
import { createRouter } from './routes';
import { SessionProvider } from './session/session';
import { ToastProvider } from './shell/toasts';
import { AppearanceProvider } from './theme/appearance';

function createQueries(): QueryClient {
  const queries = createQueryClient();
  keepWhatIsSeen(queries);
  return queries;
}

/** The whole client. */
export function App({ i18n }: { i18n: I18n }) {
  const [queries] = useState(createQueries);
  const [router] = useState(createRouter);
  return (
    <I18nextProvider i18n={i18n}>
      <Directed>
        <AppearanceProvider>
          <QueryClientProvider client={queries}>
            <ToastProvider>
              <SessionProvider>
                <RouterProvider router={router} />
              </SessionProvider>
            </ToastProvider>
          </QueryClientProvider>
        </AppearanceProvider>
      </Directed>
    </I18nextProvider>
  );
}

/** Lets menus open to the side to which the language runs. */
function Directed({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  return <ThemeProvider dir={i18n.dir()}>{children}</ThemeProvider>;
}
