import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { bigrams, foldHan, searchPieces } from '../api/kernel/han.ts';
import { keysOfNames } from '../api/kernel/names.ts';
import { readRows } from '../api/kernel/spreadsheet.ts';
import { tenantId } from './street.ts';

/** What the words of the cases are made of, and words to look for, by how often they occur. */
export interface Words {
  /** Where the sentences come from, for the reference of a figure. */
  source: string;
  common: string[];
  usual: string[];
  rare: string[];
  /** Initials and characters of people. */
  names: string[];
}

const letterFile = path.resolve(import.meta.dirname, '../../shared/data/citizen-requests.xlsx');
const madeUp = [
  '小区的路灯坏了三天没有人来修',
  '物业收了停车费却不管秩序',
  '楼上装修噪音太大影响老人休息',
  '电梯经常停在半层',
  '下水道堵了污水漫到路面上',
];

interface Texts {
  source: string;
  titles: string[];
  sentences: string[];
}

async function readTexts(): Promise<Texts> {
  if (!fs.existsSync(letterFile))
    return { source: 'made-up sentences: the letters are missing', titles: madeUp, sentences: madeUp };
  const titles: string[] = [];
  const sentences: string[] = [];
  for await (const { rowNumber, cells } of readRows(letterFile)) {
    if (rowNumber === 1) continue;
    titles.push(String(cells[2] ?? '').trim());
    const parts = String(cells[4] ?? '').split(/[。！？；!?;\s]+/);
    sentences.push(...parts.filter((part) => part.length >= 6 && part.length <= 60));
  }
  return { source: `${titles.length.toLocaleString('en')} letters recombined`, titles, sentences };
}

/** Words of two Han characters by the share of texts they occur in, as if a case had a title and two sentences. */
function wordsBy({ titles, sentences }: Texts): Pick<Words, 'common' | 'usual' | 'rare'> {
  const counted = new Map<string, number>();
  for (const sentence of sentences)
    for (const word of bigrams(foldHan(sentence))) counted.set(word, (counted.get(word) ?? 0) + 1);
  const share = (word: string) => (2 * (counted.get(word) ?? 0)) / sentences.length;
  const found = [...counted.keys()]
    .filter((word) => /^\p{Script=Han}{2}$/u.test(word))
    .sort((a, b) => share(b) - share(a));
  const every = (words: string[], many: number) =>
    words.filter((_, index) => index % Math.max(1, Math.floor(words.length / many)) === 0);
  return {
    common: ['小区', '物业', ...found.slice(0, 18)],
    usual: every(
      found.filter((word) => share(word) < 0.02 && share(word) > 0.002),
      100,
    ),
    rare: every(
      found.filter((word) => share(word) < 0.0005),
      100,
    ),
    ...(titles.length < 100 ? { usual: found, rare: found } : {}),
  };
}

const families = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰志建国海燕文博雨欣子涵浩宇思远佳怡晓东春梅雪松立新红梅小丽长庚德福',
];

/** 4,000 names as they are had; the keys of each. */
async function names(): Promise<{ name: string; keys: string[] }[]> {
  const all = Array.from({ length: 4_000 }, (_, n) => {
    const family = families[Math.floor(n ** 1.3) % families.length];
    const last = given[(n * 13 + Math.floor(n / 97)) % given.length];
    return `${family}${n % 4 === 0 ? '' : given[(n * 31 + Math.floor(n / 60)) % given.length]}${last}`;
  });
  const keys = await keysOfNames(all);
  return all.map((name, index) => ({ name, keys: keys[index] ?? [] }));
}

async function copy(
  owner: pg.Client,
  table: string,
  rows: readonly (readonly unknown[])[],
  columns: string,
): Promise<void> {
  for (let from = 0; from < rows.length; from += 2_000) {
    await owner.query(`insert into ${table} select * from jsonb_to_recordset($1) as j (${columns})`, [
      JSON.stringify(
        rows
          .slice(from, from + 2_000)
          .map((row) => Object.fromEntries(row.map((value, index) => [`c${index}`, value]))),
      ),
    ]);
  }
}

/** Gives every case words of a title and one to three sentences, every resident a name, and three cases in ten a caller without an account. */
export async function fillWords(owner: pg.Client): Promise<Words> {
  const texts = await readTexts();
  const people = await names();
  await owner.query(`create temp table piece (n integer primary key, title boolean, folded text, keys bigint[]);
    create temp table spoken (n integer primary key, name text, keys jsonb);
    create temp table read (c0 integer, c1 boolean, c2 text, c3 jsonb);`);
  const rows = [
    ...texts.titles.map((text) => [true, text] as const),
    ...texts.sentences.map((text) => [false, text] as const),
  ];
  await copy(
    owner,
    'read',
    rows.map(([title, text], n) => [n, title, foldHan(text), searchPieces(foldHan(text))]),
    'c0 integer, c1 boolean, c2 text, c3 jsonb',
  );
  await owner.query(
    `insert into piece select c0, c1, c2, app.search_keys('${tenantId}', 0, array(select jsonb_array_elements_text(c3))) from read`,
  );
  await copy(
    owner,
    'spoken',
    people.map(({ name, keys }, n) => [n, name, keys]),
    'c0 integer, c1 text, c2 jsonb',
  );
  await owner.query('analyze piece; analyze spoken; set jit = off');
  const [titles, all] = [texts.titles.length, rows.length];
  // By seeded chance: the same case gets the same words in every run.
  const chance = (salt: number, among: string) => `(hashint8extended(i, ${salt}) & 2147483647) % ${among}`;
  await owner.query(`
    insert into case_search (tenant_id, id, folded, keys)
    select c.tenant_id, c.id, concat_ws(' ', lower(c.number), t.folded, a.folded, b.folded, z.folded, c.place),
      array(select distinct month | key from unnest(t.keys || a.keys || coalesce(b.keys, '{}') || coalesce(z.keys, '{}')
        || app.search_keys(c.tenant_id, 0, array[left(c.place, 2), right(c.place, 2)])) key)
    from case_record c, lateral (select substr(c.number, 2)::bigint as i, app.month_of(c.raised_at)::bigint << 44 as month) of_case
      join piece t on t.n = ${chance(1, String(titles))}
      join piece a on a.n = ${titles} + ${chance(2, String(all - titles))}
      left join piece b on b.n = ${titles} + ${chance(3, String(all - titles))} and i % 3 > 0
      left join piece z on z.n = ${titles} + ${chance(4, String(all - titles))} and i % 3 > 1
    where c.tenant_id = '${tenantId}'`);
  await owner.query(`
    update account set name = s.name, name_keys = array(select jsonb_array_elements_text(s.keys))
    from spoken s where s.n = (hashtext(account.login) & 2147483647) % ${people.length}`);
  await owner.query(`
    insert into case_contact (tenant_id, id, community_id, grid_id, name, name_keys)
    select c.tenant_id, c.id, c.community_id, c.grid_id, s.name, array(select jsonb_array_elements_text(s.keys))
    from case_record c, lateral (select substr(c.number, 2)::bigint as i) of_case join spoken s on s.n = ${chance(5, String(people.length))}
    where c.tenant_id = '${tenantId}' and i % 10 < 3`);
  const spoken = people
    .filter((_, n) => n % 101 === 0)
    .flatMap(({ name, keys }) => [name, keys.find((key) => /^[a-z]{2,3}$/.test(key)) ?? name]);
  return { source: texts.source, ...wordsBy(texts), names: spoken };
}
