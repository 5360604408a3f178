import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { StatusCard } from '../status/status-card';
import { type FoundStatus, type Highlight, piecesOf, withMarks } from './highlights';

/** A post that was found, with what matches marked in its text, and told where it is not to be seen there. */
export function FoundPost({ status }: { status: FoundStatus }) {
  const { t } = useTranslation(LATER);
  const shown = useMemo(() => withMarks(status), [status]);
  const described = (status.highlights ?? []).filter(({ of }) => of === 'media');
  return (
    <>
      <StatusCard status={shown} />
      {described.length > 0 && (
        <ul className="found-excerpts quiet" aria-label={t('search.inDescription')}>
          {described.map((highlight, index) => (
            <li key={index}>
              {t('search.inDescription')} <Excerpt highlight={highlight} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Excerpt({ highlight }: { highlight: Highlight }) {
  return (
    <q dir="auto">
      {piecesOf(highlight).map(({ text, matches }, index) =>
        matches ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </q>
  );
}
