import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Account } from '../api/types';
import { LATER } from '../i18n/i18n';
import { PeopleList } from '../profile/people-list';
import type { Group } from './groups';
import { fetchPeople } from './groups-api';

/** Everybody of a group, for who asks. They stay as they were then, whoever joins. */
export function GroupPeople({ group: { id, count, newest }, text }: { group: Group; text: string }) {
  const { t } = useTranslation(LATER);
  const [asOf, setAsOf] = useState<string | null>(null);
  const list = useId();
  const open = asOf !== null;
  const Icon = open ? ChevronUp : ChevronDown;
  return (
    <div className="notification-all">
      <button
        type="button"
        className="btn btn-quiet btn-sm"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setAsOf(open ? null : newest)}
      >
        {open ? t('notifications.showFewer') : t('notifications.showAll', { count })}
        <Icon size={16} aria-hidden="true" />
      </button>
      <div id={list}>
        {open && (
          <PeopleList<Account>
            label={text}
            queryKey={['notifications', 'people', id, asOf]}
            fetchPage={(cursor) => fetchPeople(id, cursor)}
            empty={null}
          />
        )}
      </div>
    </div>
  );
}
