import pg from 'pg';
import { wireValue } from '../api/kernel/wire-value.ts';
import { openRecorder, type Recorder, type Sent } from './recording.ts';
import type { Stage } from './stage.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

// pgbench reads `:name` as a variable, within quotes too.
function quoted(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;
}

function textOf(value: unknown): string {
  const sent = wireValue(value);
  return Buffer.isBuffer(sent) ? `\\x${sent.toString('hex')}` : (sent ?? '');
}

async function typesOf(client: pg.Client, text: string): Promise<string[]> {
  await client.query('deallocate all');
  await client.query(`prepare recorded as ${text}`);
  const { rows } = await client.query<{ types: string[] }>(
    `select parameter_types::text[] as types from pg_prepared_statements`,
  );
  return rows[0]?.types ?? [];
}

/**
 * A pgbench script that runs recorded transactions again. `recorded` and `again` are the same verb recorded twice: what differs between
 * them (ids, numbers, keys) is made new in every run, in the order in which the server would make it.
 */
async function pgbenchScript(client: pg.Client, recorded: readonly Sent[], again: readonly Sent[]): Promise<string> {
  const fresh = new Map<string, string>();
  const freshId = (id: string): string => {
    const known = fresh.get(id) ?? `('ffff0000-0000-7000-8000-' || lpad(to_hex(:n::bigint + ${fresh.size}), 12, '0'))`;
    fresh.set(id, known);
    return known;
  };
  const lines = ['\\set k :k + 1', '\\set n (:k * 64 + :client_id) * 16'];
  for (const [index, { text, values }] of recorded.entries()) {
    if (values.length === 0) {
      lines.push(...text.split(';').map((part) => `${part.trim()};`));
      continue;
    }
    const types = await typesOf(client, text);
    const expressions = values.map((value, position) => {
      const type = types[position] ?? 'text';
      if (value === null || value === undefined) return `null::${type}`;
      const plain = textOf(value);
      const other = textOf(again[index]?.values[position]);
      if (plain === other || value instanceof Date) return `${quoted(plain)}::${type}`;
      const ids = (plain.match(uuid) ?? []).filter((id) => !other.includes(id));
      if (ids[0] === plain) return `${freshId(plain)}::${type}`;
      const replaced = ids.reduce((inner, id) => `replace(${inner}, '${id}', ${freshId(id)})`, quoted(plain));
      return type === 'text' && ids.length === 0 ? `(${replaced} || :n::text)` : `${replaced}::${type}`;
    });
    const statement = text.replace(/\$(\d+)/g, (_, number) => expressions[Number(number) - 1] ?? 'null');
    lines.push(`${statement.replace(/\s+/g, ' ').trim()};`);
  }
  return `${lines.join('\n')}\n`;
}

/** Records each of the verbs and gives back their scripts. A verb asks for the same thing each time. */
export async function recordScripts(
  { server, appUrl }: Stage,
  verbs: (recorder: Recorder) => (() => Promise<Sent[]>)[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  const recorder = await openRecorder(server.dataFolder, appUrl);
  try {
    const scripts: string[] = [];
    for (const ask of verbs(recorder)) {
      // The first time, sessions and numbers are looked up.
      await ask();
      scripts.push(await pgbenchScript(client, await ask(), await ask()));
    }
    return scripts;
  } finally {
    await recorder.close();
    await client.end();
  }
}
