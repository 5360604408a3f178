import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { PreviewCard } from '../api/types';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { profilePath } from '../shell/nav-items';
import { Blurhash } from './blurhash';
import { hostOf } from './host-of';
import './link-card.scss';

/** What the page says of itself that a post links to. Where its picture is covered, only its colours show. */
export function LinkCard({ card, covered }: { card: PreviewCard; covered: boolean }) {
  const { t } = useTranslation(LATER);
  const author = card.authors?.find(({ account }) => account != null)?.account;
  const site = card.providerName === '' ? hostOf(card.url) : t('media.cardSite', { site: card.providerName, host: hostOf(card.url) });
  return (
    <div className="link-card">
      <a href={card.url} target="_blank" rel="nofollow noopener noreferrer" className="link-card-way">
        {card.image != null && <CardPicture card={card} covered={covered} />}
        <span className="link-card-text" lang={card.language ?? undefined}>
          <bdi className="link-card-site quiet">{site}</bdi>
          <bdi className="link-card-title">{card.title}</bdi>
          {card.description !== '' && <bdi className="link-card-description quiet">{card.description}</bdi>}
        </span>
      </a>
      {author != null && (
        <p className="link-card-author quiet">
          {t('media.cardBy')} <Link to={profilePath(author)}>{nameOf(author)}</Link>
        </p>
      )}
      {card.missingAttribution === true && (
        <p className="link-card-author quiet">
          {t('media.cardClaims')} <Link to="/settings/profile">{t('media.cardAllow')}</Link>
        </p>
      )}
    </div>
  );
}

function CardPicture({ card, covered }: { card: PreviewCard; covered: boolean }) {
  const [broken, setBroken] = useState(false);
  return (
    <span className="link-card-picture">
      {card.blurhash != null && <Blurhash hash={card.blurhash} />}
      {!covered && !broken && (
        <img
          src={card.image ?? undefined}
          alt={card.imageDescription ?? ''}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
        />
      )}
    </span>
  );
}
