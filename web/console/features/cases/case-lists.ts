import type { CaseKind, CaseSource, CaseState } from '../../../../contract/cases.ts';

// Written out again because importing the contract's own lists would bring its validator into the bundle.
export const kinds = [
  'consultation',
  'help',
  'complaint',
  'report',
  'suggestion',
  'praise',
] as const satisfies CaseKind[];
export const sources = [
  'mobile',
  'grid_worker',
  'phone',
  'counter',
  'hotline',
  'visit',
  'letter',
  'check',
] as const satisfies CaseSource[];
export const states = [
  'submitted',
  'accepted',
  'assigned',
  'in_progress',
  'resolved',
  'closed',
  'reopened',
  'refused',
  'suspended',
  'merged',
  'archived',
] as const satisfies CaseState[];
