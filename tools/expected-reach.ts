import type { PermissionTable } from '../api/kernel/permissions.ts';
import { type Person, people, strangers, type TestPerson } from './test-street-people.ts';

/** What the matrix knows of a thing: whose it is, where it lies, who was given it, in which street. */
export interface Subject {
  raiser?: Person | undefined;
  /** Key of the map. */
  area: string;
  /** Key of the bodies. */
  body?: string | undefined;
  /** Key of the body that helps. */
  helper?: string | undefined;
  street: 'own' | 'other';
}

const everybody: Record<Person, TestPerson> = { ...people, ...strangers };

export function personNamed(person: Person): TestPerson {
  return everybody[person];
}

function reachesOf(table: PermissionTable, permission: string, person: Person): readonly string[] {
  const reaches = table[permission]?.[personNamed(person).roleSet] ?? [];
  return reaches.filter((reach) => !['handled', 'helping'].includes(reach) || personNamed(person).body !== undefined);
}

/** Whether the permission is given to the person at all. */
export function isGiven(table: PermissionTable, permission: string, person: Person): boolean {
  return reachesOf(table, permission, person).length > 0;
}

/**
 * Whether a permission reaches a subject, thought through from the permission table and the keys of the map alone. It shares no line
 * with the server's own reckoning (kernel/permissions.ts), so that the two can be compared.
 */
export function reaches(table: PermissionTable, permission: string, person: Person, subject: Subject): boolean {
  if ((person in people ? 'own' : 'other') !== subject.street) return false;
  const { area, body } = personNamed(person);
  return reachesOf(table, permission, person).some((reach) => {
    if (reach === 'street') return true;
    if (reach === 'own') return subject.raiser === person;
    if (reach === 'handled') return subject.body !== undefined && subject.body === body;
    if (reach === 'helping') return subject.helper !== undefined && subject.helper === body;
    return area === 'street' || subject.area === area || subject.area.startsWith(`${area}.`);
  });
}
