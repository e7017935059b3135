import type { CaseMetric } from '../../contract/cases.ts';
import type { FigureQuery, FigureRecords, Overview, OverviewQuery } from '../../contract/figures.ts';
import type { CaseFilter, SavedFilter } from '../../contract/inbox.ts';
import { address, type Query } from './address.ts';
import { call } from './http.ts';

export const listSavedFilters = () => call<{ filters: SavedFilter[] }>('GET', '/case-filters');
export const saveFilter = (name: string, filter: Record<string, string>) =>
  call<SavedFilter>('POST', '/case-filters', { body: { name, filter } });
export const deleteSavedFilter = (id: string) => call<void>('DELETE', `/case-filters/${id}`);

export const getOverview = (query: OverviewQuery) => call<Overview>('GET', '/case-overview', { query });
/** The records behind one figure: as many as the figure says. */
export const listFigureRecords = (metric: CaseMetric, query: Partial<FigureQuery>) =>
  call<FigureRecords>('GET', `/case-figures/${metric}/records`, { query: query as Query });
/** Address of the workbook with every case the filter lists; for a download link. */
export const exportAddress = (filter: Partial<CaseFilter>) => address('/case-exports', filter as Query);
/** Address of the workbook with the figures of an overview. */
export const overviewExportAddress = (query: OverviewQuery) => address('/case-overview-exports', query as Query);
