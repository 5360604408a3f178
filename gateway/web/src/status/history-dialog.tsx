import { useQuery } from '@tanstack/react-query';
import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Status, StatusEdit } from '../api/types';
import { Failure } from '../error/failure';
import { useFormat } from '../i18n/format';
import { Loading } from '../shell/loading';
import { MediaGrid } from './media-grid';
import { RichText } from './rich-text';

/** Every version of a post, the newest first. */
export function HistoryDialog({ status, onClose }: { status: Status; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useQuery({
    queryKey: ['history', status.id, status.editedAt],
    queryFn: async (): Promise<StatusEdit[]> =>
      (await api.v1.statuses.$select(status.id).history.list()).toReversed(),
  });
  return (
    <Modal show onHide={onClose} centered scrollable aria-labelledby="history-title">
      <Modal.Header closeButton closeLabel={t('common.close')}>
        <Modal.Title as="h2" id="history-title">
          {t('post.history')}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        {history.isPending && <Loading />}
        {history.isError && <Failure error={history.error} retry={() => void history.refetch()} />}
        <ol className="history">
          {history.data?.map((version) => (
            <li key={version.createdAt}>
              <p className="quiet">
                <time dateTime={version.createdAt}>{format.full(version.createdAt)}</time>
              </p>
              {version.spoilerText !== '' && <p className="post-warning-text">{version.spoilerText}</p>}
              <RichText html={version.content} lang={status.language} />
              {version.poll != null && (
                <ul aria-label={t('poll.title')}>
                  {version.poll.options.map(({ title }) => (
                    <li key={title}>
                      <bdi>{title}</bdi>
                    </li>
                  ))}
                </ul>
              )}
              {version.mediaAttachments.length > 0 && (
                <MediaGrid media={version.mediaAttachments} sensitive={version.sensitive} />
              )}
            </li>
          ))}
        </ol>
      </Modal.Body>
    </Modal>
  );
}
