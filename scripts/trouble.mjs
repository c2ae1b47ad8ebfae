/**
 * A failure that a person has to solve: one sentence in Chinese and one in English, nothing else.
 * The set-up scripts print it and leave with a non-zero code; a stack trace would hide the cause.
 */
export class Trouble extends Error {
  constructor(code, zh, en) {
    super(`${zh} ${en}`);
    this.name = 'Trouble';
    this.code = code;
    this.zh = zh;
    this.en = en;
  }
}

/** Prints what went wrong and sets the exit code. An unforeseen error keeps its stack: it is a defect. */
export function tellTrouble(error) {
  if (error instanceof Trouble) {
    process.stderr.write(`✗ ${error.zh}\n  ${error.en}\n`);
  } else if (error?.code === 'ENOSPC') {
    process.stderr.write('✗ 磁盘空间已满，请清理后重试。\n  The disk is full: free some space and try again.\n');
  } else {
    process.stderr.write(`${error?.stack ?? error}\n`);
  }
  process.exitCode = 1;
}
