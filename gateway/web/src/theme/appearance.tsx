import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

export type Appearance = 'system' | 'light' | 'dark';

/** The script that runs before the first paint reads the same name. */
const CHOICE = 'microblog.appearance';

interface Choice {
  appearance: Appearance;
  choose: (appearance: Appearance) => void;
}

const AppearanceContext = createContext<Choice>({ appearance: 'system', choose: () => {} });

function stored(): Appearance {
  const chosen = localStorage.getItem(CHOICE);
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function apply(appearance: Appearance, systemIsDark: boolean): void {
  const dark = appearance === 'dark' || (appearance === 'system' && systemIsDark);
  document.documentElement.dataset['bsTheme'] = dark ? 'dark' : 'light';
}

/** Keeps light and dark as the person chose, or as the system says, even when it changes its mind. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [appearance, setAppearance] = useState(stored);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const update = () => apply(appearance, system.matches);
    update();
    system.addEventListener('change', update);
    return () => system.removeEventListener('change', update);
  }, [appearance]);
  const choice = useMemo<Choice>(
    () => ({
      appearance,
      choose: (next) => {
        localStorage.setItem(CHOICE, next);
        setAppearance(next);
      },
    }),
    [appearance],
  );
  return <AppearanceContext value={choice}>{children}</AppearanceContext>;
}

export function useAppearance(): Choice {
  return useContext(AppearanceContext);
}
