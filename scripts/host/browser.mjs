// A Chromium-family browser to drive the workbench with, wherever this machine has one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installHost } from './install.mjs';

/** Kept from calling out: a closed network refuses many connections a second, and a test needs none of them. */
const FLAGS = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
];
/** Root may not use Chromium's sandbox. */
const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
];

/**
 * $PINCITE_BROWSER, else an installed browser, else the one of the test host, else Debian's.
 * @returns {Promise<{executablePath: string, args: string[]}>}
 */
export async function findBrowser() {
  const installed = process.env['PINCITE_BROWSER'] || findInstalled();
  if (installed) return { executablePath: installed, args: [...FLAGS, ...SANDBOX] };

  const { chromium } = await installHost();
  // It starts on most systems, but not where the libraries that every desktop has are missing.
  if (chromium && spawnSync(chromium, ['--version', '--no-sandbox']).status === 0)
    return { executablePath: chromium, args: [...FLAGS, '--no-sandbox', '--headless=shell', '--no-zygote'] };

  if (aptInstall('chromium')) {
    const debian = findInstalled();
    if (debian) return { executablePath: debian, args: [...FLAGS, ...SANDBOX] };
  }
  throw new Error('No browser found: install Chromium, Chrome or Edge, or name one in $PINCITE_BROWSER.');
}

/** Without them Chinese text is boxes in a screenshot; nothing else depends on them. */
export function ensureCjkFonts() {
  if (process.platform !== 'linux' || hasCjkFonts()) return;
  if (aptInstall('fonts-noto-cjk') && hasCjkFonts()) return;
  console.error(
    'pincite: no font with Chinese characters found; screenshots will show boxes (fonts-noto-cjk has them).',
  );
}

function hasCjkFonts() {
  return spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim().length > 0;
}

function findInstalled() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...PLACES].find((file) => existsSync(file));
}

/** Tells whether the package is there now; only root on a Debian may try. */
function aptInstall(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.error(`pincite: installing ${name} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, stdio: 'ignore' })
      .status === 0
  );
}
