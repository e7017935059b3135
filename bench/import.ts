import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';
import { atMost, type Figure } from './figure.ts';
import { openStage } from './stage.ts';

const letters = 2_816;
const root = path.resolve(import.meta.dirname, '..');

/** The import of as many letters as the office handed in, by the command line, beside the running server. */
export async function benchImport(): Promise<Figure[]> {
  const stage = await openStage(1_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linju-letters-'));
  try {
    const file = path.join(folder, 'letters.xlsx');
    // Numbers of their own in each run: what is in already would only be skipped.
    await writeLetters(file, String(Date.now()));
    const before = performance.now();
    const child = spawn(process.execPath, ['api/cli.ts', 'import', 'cases', file, '--area', 'c0'], {
      cwd: root,
      env: { ...process.env, LINJU_DATA: stage.server.dataFolder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const [code] = (await once(child, 'close')) as [number | null];
    const seconds = (performance.now() - before) / 1_000;
    if (code !== 0 || !output.includes('2,816')) throw new Error(`the import ended with ${code}: ${output}`);
    return [atMost('E', 'import of 2,816 letters', seconds, 10, 's', 'the whole command, from its start to its end')];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    await stage.close();
  }
}

/** A workbook as the office hands it in, with so many letters. */
export async function writeLetters(file: string, run: string, count = letters): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true });
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow(['编号', '标题', '留言时间', '内容', '答复内容', '答复时间']).commit();
  for (let n = 1; n <= count; n++) {
    const words = `${n}号楼前的路灯有三盏不亮，晚上老人和孩子走路看不清台阶，已经有人摔倒。`.repeat(8);
    const reply =
      `网友您好，您反映的问题已收悉。经核实，第${n}处路灯因线路老化断电，现已更换完毕。感谢您的监督。`.repeat(7);
    sheet
      .addRow([`${run}-${n}`, `关于${n}号楼路灯不亮的投诉`, '2019/3/5 10:21:00', words, reply, '2019/3/12 16:40:00'])
      .commit();
  }
  sheet.commit();
  await book.commit();
}
