import { useTranslation } from 'react-i18next';

/** Below this share of the limit the number shows by itself. */
const NEAR = 0.1;

/** How many characters are left, as a ring and, near the end, a number. */
export function CharactersLeft({ id, left, limit }: { id: string; left: number; limit: number }) {
  const { t } = useTranslation();
  const used = Math.min(1, Math.max(0, 1 - left / limit));
  const near = left < limit * NEAR;
  return (
    <span id={id} className={left < 0 ? 'characters-left over' : 'characters-left'}>
      <svg viewBox="0 0 20 20" width={22} height={22} aria-hidden="true">
        <circle className="ring" cx="10" cy="10" r="8" />
        <circle className="ring-used" cx="10" cy="10" r="8" pathLength={1} strokeDasharray={`${used} 1`} />
      </svg>
      <span className={near ? undefined : 'visually-hidden'} aria-live={near ? 'polite' : 'off'}>
        {near && <span aria-hidden="true">{left}</span>}
        <span className="visually-hidden">{t('compose.left', { count: left })}</span>
      </span>
    </span>
  );
}
