import { gazetteerColumns, gazetteerWords } from '../../../contract/gazetteer.ts';
import type { Language } from '../../../contract/wire.ts';
import type { Tx } from '../../kernel/db.ts';
import type { Cell } from '../../kernel/spreadsheet.ts';
import { writeRows } from '../../kernel/spreadsheet-writer.ts';
import { toTraditional } from '../../kernel/traditional.ts';
import { byNaturalName, kinds } from '../areas/index.ts';
import * as queries from './queries.ts';
import { type FoundPlace, placeFinder } from './rules.ts';

export interface GazetteerExport {
  file: string;
  /** The area whose tree goes out, itself included unless it is the street. */
  areaId: string;
  areaName: string;
  language: Language;
  now: Date;
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Writes the tree below an area as a workbook, each area after its parent, 2号楼 before 10号楼; gives back how many rows. */
export async function exportGazetteer(tx: Tx, wanted: GazetteerExport): Promise<number> {
  const { language, areaId } = wanted;
  const words = gazetteerWords[language === 'en' ? 'en' : 'zh-Hans'];
  const written = (text: string) => (language === 'zh-Hant' ? toTraditional(text) : text);
  const known = (await queries.knownAreas(tx, areaId)).filter(({ closed }) => !closed);
  const kindNames = new Map(
    (await kinds(tx)).map(({ id, labels }) => [id, labels[language] ?? labels['zh-Hans'] ?? '']),
  );
  const codes = new Map(known.map(({ id, code }) => [id, code]));
  const parent = known.find(({ id }) => id === areaId)?.parentId ?? null;
  const [above] = parent ? (await queries.knownAreas(tx, tx.context.tenantId)).filter(({ id }) => id === parent) : [];
  if (above) codes.set(above.id, above.code);
  const below = Map.groupBy(known, ({ parentId }) => parentId);

  function* rowsFrom(areas: readonly queries.KnownRow[]): Generator<Cell[]> {
    for (const area of areas.toSorted((a, b) => byNaturalName(a.name, b.name))) {
      if (area.tier !== 'street') yield rowOf(area);
      yield* rowsFrom(below.get(area.id) ?? []);
    }
  }
  function rowOf({ code, name, kindId, parentId, labels, phone, lon, lat }: queries.KnownRow): Cell[] {
    const estates = labels.filter(({ kind }) => kind === 'estate');
    const type = estates[0]?.estateType;
    const named = (kind: string) => labels.filter((label) => label.kind === kind).map((label) => label.name);
    return [
      ...[code, name, kindNames.get(kindId) ?? '', codes.get(parentId ?? '') ?? ''],
      ...[
        named('estate').join('、'),
        type ? written(words.estateTypes[type]) : '',
        named('residents_group').join('、'),
      ],
      ...[phone, lon, lat],
    ];
  }

  const filled = {
    body: wanted.areaName,
    name: await queries.nameOf(tx, tx.context.accountId),
    time: shanghai.format(wanted.now),
  };
  const byline = written(words.byline).replace(
    /\{(\w+)\}/g,
    (_, key: string) => filled[key as keyof typeof filled] ?? '',
  );
  return writeRows(
    wanted.file,
    {
      ...{ name: written(words.title), title: written(words.title), byline },
      columns: gazetteerColumns.map((column) => ({
        header: written(words.columns[column]),
        width: column === 'code' || column === 'parent' ? 24 : 16,
        text: column !== 'lon' && column !== 'lat',
      })),
    },
    rowsFrom(known.filter(({ id }) => id === areaId)),
  );
}

/** Finds places by the words of an address, below an area; the area's own where nothing smaller is certain. */
export async function placesBelow(tx: Tx, areaId: string): Promise<(text: string, named?: string) => FoundPlace> {
  const known = await queries.knownAreas(tx, areaId);
  const root = known.find(({ id }) => id === areaId);
  if (!root) throw new Error(`no area ${areaId}`);
  return placeFinder(known, root);
}
