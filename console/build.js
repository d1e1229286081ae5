// Builds the page into the folder given, where it is older than what it is made from: node build.js FOLDER

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const page = resolve(process.argv[2]);
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The console needs Node.js 20.19 or newer to be built; this is ${process.versions.node}.`);
  process.exit(1);
}

function run(command, ...words) {
  const { status } = spawnSync(command, words, { cwd: home, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

/** The time of the last change of a file, or of any file of a folder. */
function changed(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) {
    return mtimeMs;
  }
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

const lock = readFileSync(join(home, 'package-lock.json'), 'utf8');
const installed = join(home, 'node_modules', '.installed-lock');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  run('npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(installed, lock);
}

const sources = ['src', 'index.html', 'vite.config.ts', 'package-lock.json'].map((name) => join(home, name));
const built = join(page, 'index.html');
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(changed))) {
  run(
    process.execPath,
    join('node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    '--logLevel=warn',
    '--outDir',
    page,
    '--emptyOutDir',
  );
}
