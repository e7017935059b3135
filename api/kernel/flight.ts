import pg from 'pg';
import type { Statement } from './sql.ts';
import { wireValue } from './wire-value.ts';

export interface Answer {
  rows: unknown[];
  /** Rows touched. */
  count: number;
}

interface Passenger extends Statement {
  wired: (string | Buffer | null)[];
  answered: ((answer: Answer) => void) | undefined;
  failed: ((error: Error) => void) | undefined;
}

interface Column {
  name: string;
  read: (text: string) => unknown;
}

/** What the driver's connection can do; its published types are those of an older one. */
interface Wire {
  /** Texts by name: those PostgreSQL has, and those it was sent and has not confirmed. */
  parsedStatements: Record<string, string | undefined>;
  submittedNamedStatements: Record<string, string | undefined>;
  parse(statement: { name: string; text: string }): void;
  bind(values: { statement: string; values: (string | Buffer | null)[] }): void;
  describe(portal: { type: 'P'; name: '' }): void;
  execute(): void;
  sync(): void;
}

// The columns of what a connection has prepared are asked for once; the driver by itself asks with every query.
const columnsOf = new WeakMap<Wire, Map<string, readonly Column[]>>();

/**
 * Statements that leave in one write with one Sync behind them: a Sync of its own costs each of them a flush there and a wake-up here
 * (docs/decisions/0040). They run one after the other; behind one that fails PostgreSQL skips the rest, and all of those fail with it.
 */
export class Flight extends pg.Query {
  // The driver keeps account of what is prepared under these two: they are those of the passenger whose turn it is.
  declare name: string;
  declare text: string;
  private readonly passengers: Passenger[] = [];
  private turn = 0;
  private columns = new Map<string, readonly Column[]>();
  private described: readonly Column[] = [];
  private read: Record<string, unknown>[] = [];

  constructor() {
    super({ text: '' });
  }

  add(statement: Statement, answered?: (answer: Answer) => void, failed?: (error: Error) => void): void {
    // Here and not on leaving: a value that cannot be sent fails its own caller, not the connection.
    const wired = statement.values.map(wireValue);
    this.passengers.push({ ...statement, wired, answered, failed });
  }

  get statements(): readonly Statement[] {
    return this.passengers;
  }

  override submit = (connection: unknown): null => {
    const wire = connection as Wire;
    this.columns = columnsOf.get(wire) ?? this.columns;
    columnsOf.set(wire, this.columns);
    for (const passenger of this.passengers) this.board(wire, passenger);
    wire.sync();
    this.begin();
    return null;
  };

  private board(wire: Wire, passenger: Passenger): void {
    const { name, text, wired } = passenger;
    const parsed = wire.parsedStatements[name] !== undefined;
    // Sent by somebody before us and not confirmed: should that fail, the name is not there. Nameless is safe.
    if (!parsed && wire.submittedNamedStatements[name] !== undefined) passenger.name = '';
    if (!parsed) wire.parse({ name: passenger.name, text });
    if (!parsed && passenger.name) wire.submittedNamedStatements[name] = text;
    wire.bind({ statement: passenger.name, values: wired });
    if (!this.columns.has(passenger.name)) wire.describe({ type: 'P', name: '' });
    wire.execute();
  }

  private begin(): void {
    const { name = '', text = '' } = this.passengers[this.turn] ?? {};
    this.name = name;
    this.text = text;
    this.described = this.columns.get(name) ?? [];
    this.read = [];
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.described = fields.map(({ name, dataTypeID }) => ({ name, read: pg.types.getTypeParser(dataTypeID, 'text') }));
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < this.described.length; i++) {
      const { name, read } = this.described[i] as Column;
      const text = fields[i] as string | null;
      row[name] = text === null ? null : read(text);
    }
    this.read.push(row);
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { read, name, described } = this;
    const answered = this.passengers[this.turn]?.answered;
    if (name) this.columns.set(name, described);
    this.turn++;
    this.begin();
    answered?.({ rows: read, count: Number(text.slice(text.lastIndexOf(' ') + 1)) || 0 });
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  handleError(error: Error, connection: unknown): void {
    const wire = connection as Wire;
    for (const { name, failed } of this.passengers.splice(this.turn)) {
      // What PostgreSQL skipped it has not prepared.
      delete wire.submittedNamedStatements[name];
      failed?.(error);
    }
  }

  handleReadyForQuery(): void {}
}
