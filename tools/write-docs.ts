import fs from 'node:fs';
import path from 'node:path';
import { docsPages } from './docs-pages.ts';

// Writes the pages that are made from the code: docs/permissions.md and docs/configuration.md.
for (const [file, text] of Object.entries(await docsPages())) {
  fs.writeFileSync(path.resolve(import.meta.dirname, '..', file), text);
  process.stdout.write(`${file} written\n`);
}
