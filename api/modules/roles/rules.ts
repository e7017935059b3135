/** A grant that ends before it begins. Both are ISO 8601 or dates. */
export function isReversed(since: Date | string, until: string | undefined): boolean {
  return until !== undefined && new Date(until) <= new Date(since);
}

// Without what is mistaken for something else when it is read out or copied by hand: 0 o, 1 l i.
const letters = 'abcdefghjkmnpqrstuvwxyz';
const digits = '23456789';

/** Letters, digits and dashes in four groups, to be read out over a desk: kvm3-tqx8-hnw4-abc2. `random` gives a number below its argument. */
export function oneTimePassword(random: (below: number) => number): string {
  const group = () => [letters, letters, letters, digits].map((from) => from[random(from.length)] ?? '').join('');
  return [group(), group(), group(), group()].join('-');
}
