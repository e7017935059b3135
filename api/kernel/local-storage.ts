import { randomUUID } from 'node:crypto';
import { constants, mkdirSync, realpathSync } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Storage } from './storage.ts';
import { checkedKey } from './storage-key.ts';

const { O_RDONLY, O_NOFOLLOW } = constants;

/** Files in a folder of this machine. Links are never followed, whoever may have put them there. */
export function openLocalStorage(folder: string): Storage {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const root = realpathSync(folder);
  const pathOf = (key: string) => join(root, checkedKey(key));

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await makeFolder(root, dirname(path));
      const unfinished = `${path}.${randomUUID()}.part`;
      try {
        await synced(await open(unfinished, 'wx', 0o600), (file) => file.writeFile(bytes));
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      await synced(await open(dirname(path), 'r'));
    },
    async get(key) {
      const path = pathOf(key);
      const file = await present(async () => {
        await assertNoLink(dirname(path));
        return open(path, O_RDONLY | O_NOFOLLOW);
      });
      return file?.createReadStream() ?? null;
    },
    async exists(key) {
      const path = pathOf(key);
      const found = await present(async () => {
        await assertNoLink(dirname(path));
        return lstat(path);
      });
      return found?.isFile() ?? false;
    },
    async remove(key) {
      const path = pathOf(key);
      await present(async () => {
        await assertNoLink(dirname(path));
        await rm(path, { force: true });
      });
    },
  };
}

/** Makes what is missing between root and folder, one by one, so that a link on the way stops it before anything lies beyond. */
async function makeFolder(root: string, folder: string): Promise<void> {
  let reached = root;
  for (const name of folder.slice(root.length + 1).split('/')) {
    const parent = reached;
    reached = join(reached, name);
    const made = await mkdir(reached, { mode: 0o700 }).then(
      () => true,
      (error) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (made) await synced(await open(parent, 'r'));
    else await assertNoLink(reached);
  }
}

async function assertNoLink(folder: string): Promise<void> {
  if ((await realpath(folder)) !== folder) throw new Error(`A link stands in the way of ${folder}`);
}

async function synced(file: FileHandle, write?: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await write?.(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Undefined when the file or its folder is not there. */
async function present<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
