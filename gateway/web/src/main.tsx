// First, so that what the features say about their own elements comes after it.
import './theme/theme.scss';

import { createRoot } from 'react-dom/client';

import { App } from './app';
import { createI18n } from './i18n/i18n';

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<App i18n={await createI18n()} />);
}
