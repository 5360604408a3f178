import { useParams } from 'react-router';

import { CasePage } from './case-page';
import { CasesPage } from './cases-page';
import { MailsPage } from './mails-page';
import { ReportPage } from './report-page';
import { ReportsPage } from './reports-page';
import { SuppressionsPage } from './suppressions-page';

/**
 * What people have reported: all of it, or one report; cases: those that are due, or one; whom mails do not reach, and
 * how they look.
 */
export function ModerationPage() {
  const { id, case: caseId } = useParams();
  if (caseId !== undefined) {
    return <CasePage id={caseId} />;
  }
  switch (id) {
    case undefined:
      return <ReportsPage />;
    case 'mail':
      return <SuppressionsPage />;
    case 'mails':
      return <MailsPage />;
    case 'cases':
      return <CasesPage />;
    default:
      return <ReportPage id={id} />;
  }
}
