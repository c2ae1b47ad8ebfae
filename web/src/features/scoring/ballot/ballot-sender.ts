import { newIdempotencyKey, Unreachable, type BallotView } from '../../../api/index.js';
import { keepOrder, readOrder, type KeptOrder } from './kept-order.js';

const RETRY_MS = 3000;

export interface BallotSenderTold {
  /** No answer comes: the ballot waits on this device. */
  readonly onWaiting: (waiting: boolean) => void;
  readonly onSent: (view: BallotView) => Promise<void>;
  /** A later attempt was answered with a refusal: the ballot is hers again. */
  readonly onRefused: (error: unknown) => void;
}

/** Hands a ballot in once: while no answer comes, also after the page was closed, the same ballot is repeated with one key. */
export class BallotSender {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private working = false;

  constructor(
    private readonly seatId: string,
    private readonly post: (body: { order: string[]; version: number }, key: string) => Promise<BallotView>,
    private readonly told: BallotSenderTold,
  ) {}

  /** Whether this device holds a ballot that was handed in and has had no answer. */
  get waits(): boolean {
    return readOrder(this.seatId)?.key !== undefined;
  }

  /** @throws Problem the server's refusal of the first attempt; without a network it answers, and the ballot waits */
  async submit(order: readonly string[], version: number): Promise<void> {
    keepOrder(this.seatId, { order, version, key: newIdempotencyKey() });
    await this.attempt();
  }

  /** Goes on where it stopped: when the page opens, when the network returns, or when she asks. */
  readonly resume = (): void => {
    if (this.waits) void this.attempt().catch(this.told.onRefused);
  };

  takeBack(): void {
    const kept = readOrder(this.seatId);
    if (this.working || !kept) return;
    clearTimeout(this.timer);
    keepOrder(this.seatId, { order: kept.order, version: kept.version });
    this.told.onWaiting(false);
  }

  rest(): void {
    clearTimeout(this.timer);
  }

  private async attempt(): Promise<void> {
    const kept = readOrder(this.seatId);
    if (this.working || !kept?.key) return;
    this.working = true;
    clearTimeout(this.timer);
    try {
      const view = await this.post({ order: [...kept.order], version: kept.version }, kept.key);
      keepOrder(this.seatId, null);
      await this.told.onSent(view);
      this.told.onWaiting(false);
    } catch (error) {
      this.failed(error, kept);
    } finally {
      this.working = false;
    }
  }

  private failed(error: unknown, { order, version }: KeptOrder): void {
    if (!(error instanceof Unreachable)) {
      keepOrder(this.seatId, { order, version });
      this.told.onWaiting(false);
      throw error;
    }
    this.told.onWaiting(true);
    this.timer = setTimeout(this.resume, RETRY_MS);
  }
}
