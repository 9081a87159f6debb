import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Theme } from '#shared/domain/settings';
import { queries } from '../api/queries.ts';

/** Whether a theme is dark now; the system's may be either. */
export const isDark = (theme: Theme) =>
  theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';

/** Puts the chosen theme on the page; without a choice the style sheet follows the system. */
export function useTheme(): void {
  const theme = useQuery(queries.settings()).data?.theme ?? 'system';
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
