import { useParams } from 'react-router';

import { ReportPage } from './report-page';
import { ReportsPage } from './reports-page';
import { SuppressionsPage } from './suppressions-page';

/** What people have reported: all of it, or one report; and whom mails do not reach. */
export function ModerationPage() {
  const { id } = useParams();
  if (id === 'mail') {
    return <SuppressionsPage />;
  }
  return id === undefined ? <ReportsPage /> : <ReportPage id={id} />;
}
