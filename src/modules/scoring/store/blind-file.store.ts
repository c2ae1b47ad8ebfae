import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { BlindDecision, BlindFile } from '../domain/blind/blind-file.js';

@Injectable()
export class BlindFileStore {
  constructor(private readonly tx: Transaction) {}

  files(documentIds: readonly string[], namesHash: string): Promise<BlindFile[]> {
    return this.tx.reader.getRepository(BlindFile).createQueryBuilder('f').where('f.document_id = any(:documentIds) and f.names_hash = :namesHash', { documentIds, namesHash }).getMany();
  }

  /** Two readers who look at the same time find the same. */
  async add(file: BlindFile): Promise<void> {
    await this.tx.manager.createQueryBuilder().insert().into(BlindFile).values(file).orIgnore().execute();
  }

  /** The newest of each document. */
  decisions(documentIds: readonly string[]): Promise<BlindDecision[]> {
    return this.tx.reader.getRepository(BlindDecision).createQueryBuilder('d').distinctOn(['d.document_id']).where('d.document_id = any(:documentIds)', { documentIds }).orderBy('d.document_id').addOrderBy('d.decided_at', 'DESC').addOrderBy('d.id', 'DESC').getMany();
  }

  async decide(decision: BlindDecision): Promise<void> {
    await this.tx.manager.insert(BlindDecision, decision);
  }
}
