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

/** @throws Error where no story has this title. */
export function storyCalled(title: string): Story {
  const story = stories.find((one) => one.title === title);
  if (!story) throw new Error(`no such story: ${title}`);
  return story;
}
