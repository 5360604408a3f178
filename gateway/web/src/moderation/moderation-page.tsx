import { useParams } from 'react-router';

import { CasePage } from './case-page';
import { CasesPage } from './cases-page';
import { HeldPage } from './held-page';
import { InvitesOfAllPage } from './invites-page';
import { MailsPage } from './mails-page';
import { NetworksPage } from './networks-page';
import { ReportPage } from './report-page';
import { ReportsPage } from './reports-page';
import { RulesPage } from './rules-page';
import { SuppressionsPage } from './suppressions-page';
import { TrendsPage } from './trends-page';

/**
 * What people have reported: all of it, or one report; cases: those that are due, or one; whom mails do not reach and
 * how they look, which networks are blocked, who invites people; automatic rules, and what waits because of them; trends.
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
    case 'networks':
      return <NetworksPage />;
    case 'invites':
      return <InvitesOfAllPage />;
    case 'rules':
      return <RulesPage />;
    case 'held':
      return <HeldPage />;
    case 'trends':
      return <TrendsPage />;
    case 'cases':
      return <CasesPage />;
    default:
      return <ReportPage id={id} />;
  }
}
