import { type Context, type Db, sql } from '../kernel/db.ts';
import { UsageError } from './command.ts';

export interface Street {
  id: string;
  code: string;
  name: string;
}

/** The streets this server holds. */
export const streets = (db: Db): Promise<Street[]> => db.outside<Street>(sql`select id, code, name from app.streets()`);

/** The street a command works in: the one named by code or name, or the only one. */
export async function streetNamed(db: Db, wanted: string | undefined): Promise<Street> {
  const all = await streets(db);
  const found = wanted ? all.filter(({ code, name }) => code === wanted || name === wanted) : all;
  const [street] = found;
  if (street && found.length === 1) return street;
  if (all.length === 0)
    throw new Error(
      '数据库里还没有街道，请先用 street create 建立。The database holds no street yet; make one with street create.',
    );
  const list = all.map(({ code, name }) => `  ${code}  ${name}`).join('\n');
  throw new UsageError(`请用 --street 指定街道 Name the street with --street:\n${list}`);
}

/** Whoever sits at the server's own command line reaches the whole street and has no account. */
export const operatorOf = (street: Street): Context => ({ tenantId: street.id, accountId: null, reach: '*' });
