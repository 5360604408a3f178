import { useParams } from 'react-router';

import { ReportPage } from './report-page';
import { ReportsPage } from './reports-page';

/** What people have reported: all of it, or one report. */
export function ModerationPage() {
  const { id } = useParams();
  return id === undefined ? <ReportsPage /> : <ReportPage id={id} />;
}
