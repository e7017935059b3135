import { parentPort, workerData } from 'node:worker_threads';
import { pinyin } from 'pinyin-pro';
import { foldHan } from './han.ts';
import { nameKeys } from './names.ts';

/** One syllable a character; a family name as a family name is read (单 shan, 解 xie). */
function syllablesOf(name: string): string[] {
  return pinyin(foldHan(name), { surname: 'head', toneType: 'none', type: 'array', v: true });
}

const names = workerData as readonly string[];
parentPort?.postMessage(names.map((name) => nameKeys(name, syllablesOf(name))));
