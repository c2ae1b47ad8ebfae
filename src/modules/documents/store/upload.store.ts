import { Injectable } from '@nestjs/common';
import { isId, newId, Transaction } from '#libs/database';

/** A file that comes in parts. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** How many bytes have come, without a gap. */
  readonly received: number;
  readonly documentId: string | null;
}

const FIND = `
  select u.id, u.name, u.bytes, u.document_id as "documentId", coalesce(sum(length(p.content)), 0)::int as received
  from document_upload u left join document_upload_part p on p.upload_id = u.id where u.id = $1 and u.account_id = $2 group by u.id`;

@Injectable()
export class UploadStore {
  constructor(private readonly tx: Transaction) {}

  async begin(accountId: string, { name, bytes }: { name: string; bytes: number }): Promise<string> {
    const id = newId<string>();
    await this.tx.manager.query('insert into document_upload (id, account_id, name, bytes) values ($1, $2, $3, $4)', [id, accountId, name, bytes]);
    return id;
  }

  /** How many uploads of the account are under way. */
  async open(accountId: string): Promise<number> {
    const [row] = await this.tx.reader.query<{ open: number }[]>('select count(*)::int as open from document_upload where account_id = $1 and document_id is null', [accountId]);
    return row!.open;
  }

  async find(id: string, accountId: string): Promise<Upload | null> {
    if (!isId(id)) return null;
    const [upload] = await this.tx.reader.query<Upload[]>(FIND, [id, accountId]);
    return upload ?? null;
  }

  /** As `find`, held until the transaction ends: parts come one after the other. */
  async hold(id: string, accountId: string): Promise<Upload | null> {
    if (!isId(id)) return null;
    await this.tx.manager.query('select from document_upload where id = $1 for update', [id]);
    return this.find(id, accountId);
  }

  async addPart(id: string, start: number, content: Buffer): Promise<void> {
    await this.tx.manager.query('insert into document_upload_part (upload_id, start, content) values ($1, $2, $3)', [id, start, content]);
  }

  /** The parts in their order, one in memory at a time. */
  async *parts(id: string): AsyncGenerator<Buffer> {
    for (let start = 0; ; ) {
      const [part] = await this.tx.reader.query<{ content: Buffer }[]>('select content from document_upload_part where upload_id = $1 and start = $2', [id, start]);
      if (!part) return;
      yield part.content;
      start += part.content.length;
    }
  }

  /** It has become a document; its parts go. */
  async finish(id: string, documentId: string): Promise<void> {
    await this.tx.manager.query('update document_upload set document_id = $2 where id = $1', [id, documentId]);
    await this.tx.manager.query('delete from document_upload_part where upload_id = $1', [id]);
  }

  async dropOlderThan(hours: number): Promise<void> {
    await this.tx.manager.query('delete from document_upload where begun_at < clock_timestamp() - make_interval(hours => $1)', [hours]);
  }
}
