import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { type Appearance, useAppearance } from '../theme/appearance';

/** Light, dark, or as the system is. */
export function AppearanceChoice() {
  const { t } = useTranslation(LATER);
  const id = useId();
  const { appearance, choose } = useAppearance();
  const choices: [Appearance, string][] = [
    ['system', t('settings.system')],
    ['light', t('settings.light')],
    ['dark', t('settings.dark')],
  ];
  return (
    <fieldset>
      <legend>{t('settings.appearance')}</legend>
      <div className="appearance-choice">
        {choices.map(([value, label]) => (
          <label key={value} className={value === appearance ? 'chosen' : undefined}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === appearance}
              onChange={() => choose(value)}
            />
            <span className={`appearance-picture of-${value}`} aria-hidden="true" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
