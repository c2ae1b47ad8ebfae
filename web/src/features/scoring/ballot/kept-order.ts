/** An order that this device keeps until the server has it. */
export interface KeptOrder {
  readonly order: readonly string[];
  readonly version: number;
  /** Of a ballot that was handed in and has had no answer yet: sent again with it, it counts once. */
  readonly key?: string;
}

const PREFIX = 'qiongxiang.ballot.';

export function keepOrder(seatId: string, kept: KeptOrder | null): void {
  try {
    if (kept) localStorage.setItem(PREFIX + seatId, JSON.stringify(kept));
    else localStorage.removeItem(PREFIX + seatId);
  } catch {
    // Without storage the page itself still holds it.
  }
}

export function readOrder(seatId: string): KeptOrder | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + seatId) ?? 'null') as KeptOrder | null;
  } catch {
    return null;
  }
}
