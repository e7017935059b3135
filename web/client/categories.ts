import type {
  AddCategory,
  CategoryNode,
  CategoryOutcome,
  CategoryTree,
  EditCategory,
  PlaceCategory,
} from '../../contract/categories.ts';
import type { ProblemBody } from '../../contract/wire.ts';
import { address } from './address.ts';
import { call } from './http.ts';
import { currentLanguage } from './language.ts';
import { OfflineError, ProblemError } from './problem.ts';

/** A category with the version that was read. */
export interface Read {
  readonly id: string;
  readonly version: number;
}

export const getCategoryTree = () => call<CategoryTree>('GET', '/case-categories/tree');
export const addCategory = (body: AddCategory, idempotencyKey: string) =>
  call<CategoryNode>('POST', '/case-categories', { body, idempotencyKey });
export const editCategory = ({ id, version }: Read, body: EditCategory) =>
  call<CategoryNode>('PATCH', `/case-categories/${id}`, { body, ifMatch: version });
export const placeCategory = ({ id, version }: Read, body: PlaceCategory) =>
  call<CategoryNode>('POST', `/case-categories/${id}/placement`, { body, ifMatch: version });
export const endCategory = ({ id, version }: Read) =>
  call<CategoryNode>('POST', `/case-categories/${id}/ending`, { ifMatch: version });
export const reinstateCategory = ({ id, version }: Read) =>
  call<CategoryNode>('POST', `/case-categories/${id}/reinstatement`, { ifMatch: version });

/** Address of the workbook with the categories; for a download link. */
export const categorySheetAddress = address('/category-exports');

/** Sends a workbook of categories: judged, and written unless it is a dry run. Throws ProblemError or OfflineError. */
export async function sendCategorySheet(file: File, dryRun: boolean): Promise<CategoryOutcome> {
  const body = new FormData();
  body.append('file', file, file.name);
  const answer = await fetch(address('/category-imports', { dryRun: String(dryRun) }), {
    method: 'POST',
    headers: { 'Accept-Language': currentLanguage() },
    body,
  }).catch(() => {
    throw new OfflineError();
  });
  const content: unknown = await answer.json();
  if (!answer.ok) throw new ProblemError(content as ProblemBody);
  return content as CategoryOutcome;
}
