// `node tools/chromium.mjs` prints the path of a Chromium, getting one first when there is none.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
  '/snap/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium that is installed, or undefined. CHROMIUM_PATH comes first and must be right when it is set. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!fs.existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, and there is nothing.`);
    return given;
  }
  const folders = ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(path.delimiter)];
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...candidates, ...places, chromium.executablePath()].find((file) => file && fs.existsSync(file));
}

/** Path of a Chromium: found, else Debian's package (root only), else Playwright's download. Throws when all of it fails. */
export function getChromium() {
  const tried = [];
  if (!findChromium() && isRootOnDebian()) tried.push(aptInstall('chromium', 'fonts-noto-cjk'));
  if (!findChromium()) {
    const program = path.resolve(import.meta.dirname, '../node_modules/playwright-core/cli.js');
    tried.push(run(process.execPath, [program, 'install', 'chromium']));
  }
  const found = findChromium();
  if (!found)
    throw new Error(`No Chromium found, and none could be installed. Set CHROMIUM_PATH.\n${tried.join('\n')}`);
  if (isRootOnDebian() && lacksChineseFont()) aptInstall('fonts-noto-cjk');
  return found;
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
}

// Without one every Chinese word is a row of boxes, and the pictures of a failed journey say nothing.
function lacksChineseFont() {
  const answer = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return answer.error !== undefined || answer.stdout.trim() === '';
}

function aptInstall(...packages) {
  process.stderr.write(`Installing ${packages.join(' and ')} …\n`);
  return (
    run('apt-get', ['update', '-qq']) + run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  );
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', env });
  return status === 0 ? '' : `${command} ${args.join(' ')}: ${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(`${getChromium()}\n`);
