const PLAIN: Record<string, string> = {
  EADDRINUSE: '端口已被占用，请换一个端口或停掉占用它的程序 / The port is taken: choose another or stop what holds it',
  ECONNREFUSED: '连不上数据库，请检查 DATABASE_URL 的地址，并确认数据库已启动 / The database cannot be reached: check the address in DATABASE_URL and that the database runs',
  ENOTFOUND: '找不到数据库的主机，请检查 DATABASE_URL / The host of the database is not known: check DATABASE_URL',
  ENOSPC: '磁盘已满 / The disk is full',
  '28P01': '数据库的用户名或口令不正确，请检查 DATABASE_URL / The user or password of the database is wrong: check DATABASE_URL',
  '3D000': '数据库不存在，请检查 DATABASE_URL / The database does not exist: check DATABASE_URL',
};

const BOTH = ' / ';

/** In both languages, on one line: those who start the platform for somebody show her the half that she reads. */
export function sentenceOf(code: string, message: string): string {
  const plain = PLAIN[code];
  if (plain) return plain.split(BOTH).map((half) => `${half} (${message})`).join(BOTH);
  return message.includes(BOTH) ? message : `无法启动：${message}${BOTH}Cannot start: ${message}`;
}

/** One clear sentence and a non-zero exit: nobody should read a stack trace to learn that a port is taken. */
export function refuseToStart(error: unknown): never {
  const code = (error as { code?: string }).code ?? '';
  const message = error instanceof Error ? error.message : String(error);
  console.error(sentenceOf(code, message));
  if (process.env['NODE_ENV'] === 'development' && !PLAIN[code] && error instanceof Error) console.error(error.stack);
  process.exit(1);
}
