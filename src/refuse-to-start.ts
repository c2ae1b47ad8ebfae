const PLAIN: Record<string, string> = {
  EADDRINUSE: '端口已被占用，请换一个端口或停掉占用它的程序 / The port is taken: choose another or stop what holds it',
  ECONNREFUSED: '连不上数据库或 Redis，请检查地址与服务 / The database or Redis cannot be reached: check the address and the service',
  ENOTFOUND: '找不到数据库或 Redis 的主机名 / The host of the database or Redis is not known',
  ENOSPC: '磁盘已满 / The disk is full',
  '28P01': '数据库口令不正确 / The database password is wrong',
  '3D000': '数据库不存在 / The database does not exist',
};

/** One clear sentence and a non-zero exit: nobody should read a stack trace to learn that a port is taken. */
export function refuseToStart(error: unknown): never {
  const code = (error as { code?: string }).code ?? '';
  const message = error instanceof Error ? error.message : String(error);
  console.error(PLAIN[code] ? `${PLAIN[code]} (${message})` : `无法启动 / Cannot start: ${message}`);
  if (process.env['NODE_ENV'] === 'development' && !PLAIN[code] && error instanceof Error) console.error(error.stack);
  process.exit(1);
}
