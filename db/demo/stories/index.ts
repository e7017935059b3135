import { facilityStories } from './facility.ts';
import { livingStories } from './living.ts';
import { safetyStories } from './safety.ts';
import type { Story } from './story.ts';
import { surroundingsStories } from './surroundings.ts';

export type { Story } from './story.ts';

export const stories: readonly Story[] = [
  ...facilityStories,
  ...safetyStories,
  ...surroundingsStories,
  ...livingStories,
];
