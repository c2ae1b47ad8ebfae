/**
 * `npm start`: from a clean clone to a running platform. Plain Node, nothing needs to be installed before.
 * Options: --port <number>, --demo / --no-demo, --verbose (the servers' logs on the screen).
 */
import { readPort } from './start/address.mjs';
import { startPlatform } from './start/platform.mjs';
import { Trouble, tellTrouble } from './trouble.mjs';

const tell = (zh, en) => process.stdout.write(`${zh} ${en}\n`);

function readOptions(argv) {
  const options = { tell };
  for (let at = 0; at < argv.length; at += 1) {
    const [name, attached] = argv[at].split('=');
    if (name === '--port') options.port = readPort('--port', attached ?? argv[(at += 1)]);
    else if (name === '--demo') options.demo = true;
    else if (name === '--no-demo') options.demo = false;
    else if (name === '--verbose') options.verbose = true;
    else throw new Trouble('option', `未知选项：${argv[at]}`, `Unknown option: ${argv[at]}`);
  }
  return options;
}

/** Resolves at the first signal; from then on further ones are ignored, for stopping is under way. */
function untilAsked() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
  });
}

async function main() {
  const asked = untilAsked();
  const platform = await startPlatform({ ...readOptions(process.argv.slice(2)), cancelled: asked });
  tell(`\n琼香已启动：${platform.url}`, `\nQiongxiang is running at ${platform.url}`);
  if (platform.accounts) process.stdout.write(`\n${platform.accounts.trim()}\n`);
  tell('\n按 Ctrl-C 停止。', 'Press Ctrl-C to stop.');
  const trouble = await Promise.race([asked.then(() => undefined), platform.failed]);
  tell('正在停止……', 'Stopping …');
  await platform.stop();
  if (trouble) throw trouble;
  tell('已停止，数据保存完好。', 'Stopped; all data are kept.');
}

main().catch(tellTrouble).finally(() => process.exit());
