import { useQuery } from '@tanstack/react-query';
import { Hash, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import { useComposer } from '../compose/composer-context';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { useSession } from '../session/session';
import { PageHeader } from '../shell/page-header';
import { FeatureTagButton } from './feature-tag-button';
import { FollowTagButton } from './follow-tag-button';
import { tagQuery } from './tag-query';
import { Timeline } from './timeline';

/** What people write under a hashtag. */
export function TagPage() {
  const { t } = useTranslation(LATER);
  const { tag = '' } = useParams();
  const me = useSession();
  const { open } = useComposer();
  const { data: known } = useQuery(tagQuery(tag));
  const name = known?.name ?? tag;
  const timeline = api.v1.timelines.tag.$select(encodeURIComponent(tag));
  const write = (): void => open({ text: `#${name} ` });
  return (
    <>
      <PageHeader title={`#${name}`} back>
        {me !== null && (
          <>
            <button
              type="button"
              className="icon-button"
              aria-label={t('timeline.writeWithTag')}
              title={t('timeline.writeWithTag')}
              onClick={write}
            >
              <PenLine size={20} aria-hidden="true" />
            </button>
            <FeatureTagButton name={tag} />
            <FollowTagButton key={tag} name={tag} />
          </>
        )}
      </PageHeader>
      <Timeline
        key={tag}
        label={`#${name}`}
        queryKey={['timeline', 'tag', tag]}
        channel={`hashtag/${tag}`}
        place="public"
        fetchPage={(cursor) => pageOf(timeline.list.$raw({ limit: 20, ...cursor }))}
        fetchSince={async (sinceId) => timeline.list({ limit: 40, sinceId })}
        empty={<Empty Icon={Hash} title={t('timeline.tagEmptyTitle')} text={t('timeline.tagEmptyText')} />}
      />
    </>
  );
}
