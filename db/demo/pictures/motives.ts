/** What the demonstration's photos show; each is drawn before and after. */
export const motives = [
  'stairwell',
  'pipe',
  'road',
  'lamp',
  'bench',
  'bikes',
  'roof',
  'wire',
  'pile',
  'cars',
  'rubbish',
  'tree',
] as const;
export type Motive = (typeof motives)[number];

export const phases = ['before', 'after'] as const;
export type Phase = (typeof phases)[number];
