import { useLayoutEffect, useRef, type ComponentProps } from 'react';

/** A table that a phone shows as cards: every cell learns the title of its column, so that nothing hides behind a scroll. */
export function ScoringTable({ className = '', ...rest }: ComponentProps<'table'>) {
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    const heads = [...(table.current?.tHead?.rows[0]?.cells ?? [])].map((head) => head.textContent?.trim() ?? '');
    for (const row of [...(table.current?.tBodies ?? [])].flatMap((body) => [...body.rows])) label([...row.cells], heads);
  });
  return <table ref={table} className={`scoring-table ${className}`.trim()} {...rest} />;
}

/** The cell that names the row needs no label of its own, nor does one that holds nothing but buttons. */
function label(cells: readonly HTMLTableCellElement[], heads: readonly string[]): void {
  let at = 0;
  for (const cell of cells) {
    const head = heads[at] ?? '';
    at += cell.colSpan;
    if (cell.tagName === 'TD' && head !== '' && cell.querySelector('button, .button') === null) cell.dataset['label'] = head;
    else delete cell.dataset['label'];
  }
}
