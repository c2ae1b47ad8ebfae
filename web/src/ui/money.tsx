import { formatFen } from './money-format.js';

export interface MoneyProps {
  /** Integer fen. */
  readonly fen: number;
  /** 大写金额 as the server wrote it; shown in smaller ink below. */
  readonly words?: string;
  /** Takes a line of its own, right aligned (table cells, totals). */
  readonly block?: boolean;
}

export function Money({ fen, words, block = false }: MoneyProps) {
  const classes = ['money', block || words ? 'block' : '', fen < 0 ? 'minus' : ''].filter(Boolean).join(' ');
  return (
    <span className={classes}>
      {formatFen(fen)}
      {words ? <span className="words">{words}</span> : null}
    </span>
  );
}
