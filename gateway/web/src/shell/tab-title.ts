import { type Direction, isolated } from '../i18n/isolated';

/**
 * What a tab is called: first how many notifications wait, since a narrow tab shows no more, then the page.
 *
 * @param page its title; empty for the start page
 */
export function tabTitle(page: string, waiting: number, direction: Direction): string {
  const name = page === '' ? 'Microblog' : `${isolated(page, direction)} · Microblog`;
  return waiting > 0 ? `(${waiting}) ${name}` : name;
}
