/** Small key-value shelves on this device, in IndexedDB; where the browser refuses it (private windows), in memory. */
export type Shelf = 'drafts' | 'photos' | 'outbox';

const shelves: readonly Shelf[] = ['drafts', 'photos', 'outbox'];
const memory = new Map<string, unknown>();
let opening: Promise<IDBDatabase | undefined> | undefined;

function open(): Promise<IDBDatabase | undefined> {
  opening ??= new Promise((resolve) => {
    const request = indexedDB.open('linju', 1);
    request.onupgradeneeded = () => {
      for (const shelf of shelves) request.result.createObjectStore(shelf);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(undefined);
  });
  return opening;
}

async function run<T>(shelf: Shelf, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) {
  const database = await open();
  if (!database) return undefined;
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(shelf, mode);
    const request = ask(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

const inMemory = (shelf: Shelf, key: string) => `${shelf}/${key}`;

export async function keep(shelf: Shelf, key: string, value: unknown): Promise<void> {
  if (!(await open())) memory.set(inMemory(shelf, key), value);
  await run(shelf, 'readwrite', (store) => store.put(value, key));
}

export async function fetchKept<T>(shelf: Shelf, key: string): Promise<T | undefined> {
  const value = await run<T>(shelf, 'readonly', (store) => store.get(key));
  return value ?? (memory.get(inMemory(shelf, key)) as T | undefined);
}

export async function fetchAllKept<T>(shelf: Shelf): Promise<T[]> {
  const values = await run<T[]>(shelf, 'readonly', (store) => store.getAll());
  if (values) return values;
  return [...memory].filter(([key]) => key.startsWith(`${shelf}/`)).map(([, value]) => value as T);
}

export async function discard(shelf: Shelf, key: string): Promise<void> {
  memory.delete(inMemory(shelf, key));
  await run(shelf, 'readwrite', (store) => store.delete(key));
}

/** Forgets everything kept on this device; part of signing out. */
export async function discardEverything(): Promise<void> {
  memory.clear();
  for (const shelf of shelves) await run(shelf, 'readwrite', (store) => store.clear());
}
