import { uuidv7 } from 'uuidv7';
import {
  type AddDeadlineClass,
  type ClassifyCategory,
  type DeadlineClass,
  deadlinesProblems,
  type EditDeadlineClass,
  type Windows,
} from '../../../contract/deadlines.ts';
import type { Language } from '../../../contract/wire.ts';
import { appendEvent } from '../../kernel/audit.ts';
import type { Labels } from '../../kernel/language.ts';
import { fail } from '../../kernel/problem.ts';
import { kernelProblems } from '../../kernel/problems.ts';
import type { Deed } from '../../kernel/route.ts';
import { toTraditional } from '../../kernel/traditional.ts';
import * as queries from './queries.ts';
import { classView } from './reports.ts';

/** A name written by somebody of the street; the traditional form follows, English shows it as it is. */
const labelsFrom = (name: string): Labels => ({ 'zh-Hans': name, 'zh-Hant': toTraditional(name), en: name });

/** The name in the language it was written in; the other language keeps its own. */
function renamed(labels: Labels, name: string, language: Language): Labels {
  if (language === 'en') return { ...labels, en: name };
  return { ...labels, 'zh-Hans': name, 'zh-Hant': toTraditional(name) };
}

async function classFor({ tx }: Deed, id: string): Promise<queries.ListedClass> {
  const row = await queries.classById(tx, id);
  if (!row) throw fail(deadlinesProblems, 'deadlines.class_not_found');
  return row;
}

export async function addClass(deed: Deed, words: Required<AddDeadlineClass>): Promise<DeadlineClass> {
  const { tx, now } = deed;
  const id = uuidv7();
  const { name, ...allowed } = words;
  await queries.insertClasses(tx, [{ id, code: id, labels: labelsFrom(name), usual: false, ...allowed }]);
  appendEvent(tx, { subjectKind: 'deadline_class', subjectId: id, verb: 'add', at: now, data: { ...words } });
  return classView(await classFor(deed, id), deed.language);
}

/** Holds for deadlines given from now on; those a case has already stay. */
export async function editClass(
  deed: Deed,
  id: string,
  { name, ...edit }: EditDeadlineClass,
  version: number | undefined,
): Promise<DeadlineClass> {
  const { tx, now } = deed;
  const known = await classFor(deed, id);
  if (version !== known.version) throw fail(kernelProblems, 'request.precondition_failed');
  queries.updateClass(tx, id, edit, name === undefined ? null : renamed(known.labels, name, deed.language));
  appendEvent(tx, { subjectKind: 'deadline_class', subjectId: id, verb: 'edit', at: now, data: { name, ...edit } });
  return classView(await classFor(deed, id), deed.language);
}

/** Puts a category into a class: the cases raised or assigned from now on get its time. */
export async function classifyCategory(
  { tx, now }: Deed,
  { categoryId, deadlineClassId }: ClassifyCategory,
): Promise<void> {
  if (!(await queries.classify(tx, categoryId, deadlineClassId))) {
    const known = await queries.classById(tx, deadlineClassId);
    throw fail(deadlinesProblems, known ? 'deadlines.unknown_category' : 'deadlines.unknown_class');
  }
  const data = { class: deadlineClassId };
  appendEvent(tx, { subjectKind: 'case_category', subjectId: categoryId, verb: 'classify', at: now, data });
}

export function setWindows({ tx, now }: Deed, windows: Windows): void {
  queries.keepWindows(tx, windows);
  const data = { ...windows };
  appendEvent(tx, { subjectKind: 'tenant', subjectId: tx.context.tenantId, verb: 'set_windows', at: now, data });
}
