import type { GazetteerOutcome } from '../../contract/gazetteer.ts';
import type { ProblemBody } from '../../contract/wire.ts';
import { address } from './address.ts';
import { currentLanguage } from './language.ts';
import { OfflineError, ProblemError } from './problem.ts';

/** Address of the workbook with the tree below an area; for a download link. */
export const areaSheetAddress = (area: string) => address('/area-exports', { area });

/** Sends a workbook of areas: judged, and written unless it is a dry run. Throws ProblemError or OfflineError. */
export async function sendAreaSheet(file: File, dryRun: boolean): Promise<GazetteerOutcome> {
  const body = new FormData();
  body.append('file', file, file.name);
  const headers = { 'Accept-Language': currentLanguage() };
  const answer = await fetch(address('/area-imports', { dryRun: String(dryRun) }), {
    method: 'POST',
    headers,
    body,
  }).catch(() => {
    throw new OfflineError();
  });
  const content: unknown = await answer.json();
  if (!answer.ok) throw new ProblemError(content as ProblemBody);
  return content as GazetteerOutcome;
}
