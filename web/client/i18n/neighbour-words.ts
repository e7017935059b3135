import type { NeighbourCase } from '../../../contract/neighbours.ts';
import type { Say } from './use-words.ts';

/** What a neighbour calls it: its title where it is public, else the name of its category. */
export const neighbourTitle = (t: Say, { title, category }: Pick<NeighbourCase, 'title' | 'category'>): string =>
  title ?? category ?? t('neighbours:untitled');
