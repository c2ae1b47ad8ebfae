import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPTS = resolve(__dirname, '..', '..', 'scripts');
const HEAD = `
  import pg from ${JSON.stringify(resolve(SCRIPTS, '../node_modules/pg/esm/index.mjs'))};
  import { startPostgres } from ${JSON.stringify(join(SCRIPTS, 'postgres.mjs'))};
  import { tellTrouble } from ${JSON.stringify(join(SCRIPTS, 'trouble.mjs'))};
  const ask = async (server, sql) => {
    const client = new pg.Client(server.superuserUrl);
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };
  const dataDir = process.argv[1];
`;

/** Each launcher is a process of its own, so that it can die like one. */
function launch(dataDir: string, body: string) {
  const script = `${HEAD} try { ${body} } catch (error) { tellTrouble(error); }`;
  const outcome = spawnSync(process.execPath, ['--input-type=module', '-e', script, dataDir], { encoding: 'utf8', timeout: 50_000 });
  return { ...outcome, answer: outcome.stdout.trim() };
}

describe('the launcher of the embedded PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'launcher-'));
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'pg');
  const start = `const server = await startPostgres({ dataDir });`;
  const count = `console.log(JSON.stringify({ adopted: server.adopted, port: server.port, rows: (await ask(server, 'SELECT n FROM kept')).length }));`;
  afterAll(() => {
    launch(dataDir, `${start} await server.stop();`);
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a cluster with checksums that listens on the loopback address only', () => {
    const { answer, stderr } = launch(dataDir, `${start}
      const [{ sums, listens }] = await ask(server, "SELECT current_setting('data_checksums') sums, current_setting('listen_addresses') listens");
      await ask(server, 'CREATE TABLE kept (n int)');
      await ask(server, 'INSERT INTO kept VALUES (1)');
      await server.stop();
      console.log(sums, listens);`);
    expect(stderr).toBe('');
    expect(answer).toBe('on 127.0.0.1');
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
  });

  it('takes over the server of a killed launcher', () => {
    launch(dataDir, `${start} process.kill(process.pid, 'SIGKILL');`);
    const { answer } = launch(dataDir, `${start} ${count} await server.stop();`);
    expect(JSON.parse(answer)).toMatchObject({ adopted: true, rows: 1 });
  });

  it('keeps its port and its rows when launcher and server were both killed', () => {
    launch(dataDir, `${start} await ask(server, 'INSERT INTO kept VALUES (2)'); process.kill(server.pid, 'SIGKILL'); process.kill(process.pid, 'SIGKILL');`);
    const remembered = JSON.parse(readFileSync(join(dataDir, 'launcher.json'), 'utf8')).port;
    const { answer } = launch(dataDir, `${start} ${count} await server.stop();`);
    expect(JSON.parse(answer)).toEqual({ adopted: false, port: remembered, rows: 2 });
  });

  it('refuses a second launcher while one works', () => {
    const { status, stderr } = launch(dataDir, `${start}
      const { spawnSync } = await import('node:child_process');
      const second = spawnSync(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(HEAD)} + 'try { await startPostgres({ dataDir }); } catch (error) { tellTrouble(error); }', dataDir], { encoding: 'utf8' });
      await server.stop();
      process.stderr.write(second.stderr);
      process.exitCode = second.status;`);
    expect(status).toBe(1);
    expect(stderr).toContain('is in use by another process');
  });

  it('says in one sentence that the port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as { port: number };
    const { status, stderr } = launch(dataDir, `await startPostgres({ dataDir, port: ${port} });`);
    holder.close();
    expect(status).toBe(1);
    expect(stderr).toContain(`端口 ${port} 已被其他程序占用`);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  it('never touches a folder that holds something else', () => {
    const strange = join(folder, 'strange');
    mkdirSync(strange);
    writeFileSync(join(strange, 'thesis.txt'), 'the only copy');
    const { status, stderr } = launch(strange, `await startPostgres({ dataDir });`);
    expect(status).toBe(1);
    expect(stderr).toContain('holds something that is not a database');
    expect(readFileSync(join(strange, 'thesis.txt'), 'utf8')).toBe('the only copy');
  });
});
