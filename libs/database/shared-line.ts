import type { Pool, PoolClient, QueryResultRow } from 'pg';

interface Line {
  users: number;
  readonly client: Promise<PoolClient>;
}

/** `pg` tells a lost connection to every question on it, too. */
const toldElsewhere = (): void => undefined;

/**
 * One connection for all who read at one moment, and one packet for what they ask. Each question is answered by itself, outside any
 * transaction, and the failure of one is not another's.
 */
export class SharedLine {
  private opening?: Line;

  constructor(private readonly pool: () => Pool) {}

  async ask<Row extends QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const line = (this.opening ??= this.open());
    line.users += 1;
    try {
      const client = await line.client;
      return (await client.query<Row>(text, values as unknown[])).rows;
    } finally {
      line.users -= 1;
      if (line.users === 0) line.client.then(giveBack, toldElsewhere);
    }
  }

  /** Whoever comes before there is a connection shares it. */
  private open(): Line {
    const client = this.pool().connect();
    const begun = (): void => void (this.opening = undefined);
    client.then((connected) => {
      begun();
      connected.on('error', toldElsewhere);
    }, begun);
    return { users: 0, client };
  }
}

function giveBack(client: PoolClient): void {
  client.removeListener('error', toldElsewhere);
  client.release();
}
