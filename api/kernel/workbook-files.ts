import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { fail } from './problem.ts';
import { kernelProblems } from './problems.ts';

/** Media type of an .xlsx workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A folder that is gone when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linju-workbook-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * What came in the field `file` of a form (multipart), as a file in a folder that is gone when the work is done.
 * @throws `file.missing`; 413 when it has more bytes than `fileSize`, or than a request may have.
 */
export async function withUpload<T>(
  request: FastifyRequest,
  work: (file: string, folder: string) => Promise<T>,
  fileSize?: number,
): Promise<T> {
  const upload = request.isMultipart()
    ? await request.file(fileSize === undefined ? {} : { limits: { fileSize } })
    : undefined;
  if (!upload) throw fail(kernelProblems, 'file.missing');
  const bytes = await upload.toBuffer();
  return inFolder(async (folder) => {
    const file = path.join(folder, 'received');
    await writeFile(file, bytes);
    return work(file, folder);
  });
}
