import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import project from '../package.json' with { type: 'json' };

const pages = ['.', 'docs', 'docs/modules', 'docs/decisions', 'docs/how-to'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file)),
);
const textOf = (page: string) => readFileSync(page, 'utf8');

/** The address a heading gets: lower case, words joined by `-`. */
const anchorsOf = (page: string) =>
  [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );

it('docs/decisions/README.md lists every record', () => {
  const list = textOf('docs/decisions/README.md');
  const records = readdirSync('docs/decisions').filter((file) => /^\d/.test(file));
  expect(records.filter((file) => !list.includes(`(${file})`))).toEqual([]);
});

describe('the pages', () => {
  it.each(pages)('%s points to what is there', (page) => {
    const links = [...textOf(page).matchAll(/(?:\]\(|src=")([^)\s"]+)/g)].map(([, link = '']) => link);
    const broken = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? page : path.join(path.dirname(page), file);
        return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
      });
    expect(broken).toEqual([]);
  });

  it.each(pages)('%s names only npm scripts and files that exist', (page) => {
    const text = textOf(page);
    const scripts = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, bare]) => run ?? bare ?? '',
    );
    expect(scripts.filter((script) => !(script in project.scripts))).toEqual([]);
    const files = [...text.matchAll(/`((?:api|contract|db|docs|e2e|tools|web)\/[\w./-]+\.(?:ts|tsx|mjs|md|sql))`/g)];
    expect(files.map(([, file = '']) => file).filter((file) => !existsSync(file))).toEqual([]);
  });
});
