import type { HotlineImports, HotlineOutcome, OrderField } from '../../contract/hotline.ts';
import type { ProblemBody } from '../../contract/wire.ts';
import { address } from './address.ts';
import { call } from './http.ts';
import { currentLanguage } from './language.ts';
import { OfflineError, ProblemError } from './problem.ts';

export const listHotlineImports = () => call<HotlineImports>('GET', '/hotline-imports');
export const hotlineTemplateAddress = address('/hotline-templates');
/** Address of the workbook that goes back to the hotline; for a download link. */
export const hotlineRepliesAddress = (id: string) => address('/hotline-replies', { import: id });

export interface SendHotlineList {
  readonly file: File;
  readonly area: string;
  /** Headers named by hand. */
  readonly map: Partial<Record<OrderField, string>>;
  readonly dryRun: boolean;
}

/** Sends a list of the hotline: judged, and a piece of it written unless it is a dry run. Throws ProblemError or OfflineError. */
export async function sendHotlineList({ file, area, map, dryRun }: SendHotlineList): Promise<HotlineOutcome> {
  const body = new FormData();
  body.append('file', file, file.name);
  const pairs = Object.entries(map).map(([field, header]) => `${field}=${header}`);
  const url = address('/hotline-imports', { area, dryRun: String(dryRun), map: pairs });
  const headers = { 'Accept-Language': currentLanguage() };
  const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => {
    throw new OfflineError();
  });
  const content: unknown = await answer.json().catch(() => undefined);
  if (content === undefined) throw new OfflineError();
  if (!answer.ok) throw new ProblemError(content as ProblemBody);
  return content as HotlineOutcome;
}
