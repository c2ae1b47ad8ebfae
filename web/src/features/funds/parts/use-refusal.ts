import type { TrancheDetail, TrancheMoveView } from '../../../api/index.js';
import { useSay } from '../../../ui/index.js';

export interface MoveProps {
  readonly tranche: TrancheDetail;
}

/** The server's sentence against a move, for the button that greys itself with it. */
export function useRefusal({ moves }: TrancheDetail, wanted: TrancheMoveView['move']): string | null {
  const say = useSay();
  const found = moves.find(({ move }) => move === wanted);
  return found?.reason ? say(found.reason) : null;
}
