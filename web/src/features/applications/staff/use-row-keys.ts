import { moveFocus, useKeys } from '../../../ui/index.js';

/** Moves the focus along the links of a list, so that Enter opens the one in focus. */
export function useRowKeys(selector: string): void {
  const move = (step: 1 | -1) => () => moveFocus(selector, step);
  useKeys({ j: move(1), k: move(-1), ArrowDown: move(1), ArrowUp: move(-1) });
}
