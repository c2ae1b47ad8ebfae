import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import type { CallId } from '../domain/call.js';
import { Extension, type ExtensionId } from '../domain/extension/extension.js';

@Injectable()
export class ExtensionStore {
  constructor(private readonly tx: Transaction) {}

  /** Newest first. */
  ofCall(callId: string): Promise<Extension[]> {
    return this.tx.reader.getRepository(Extension).find({ where: { callId: callId as CallId }, order: { proposedAt: 'DESC', id: 'DESC' } });
  }

  /** For deciding it. */
  async lock(callId: string, id: string): Promise<Extension | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(Extension).findOne({ where: { id: id as ExtensionId, callId: callId as CallId }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(extension: Extension): Promise<void> {
    await this.tx.manager.insert(Extension, extension);
  }

  async decide({ id, status, decidedBy, decidedAt, answer, rulebookVersion }: Extension): Promise<void> {
    await this.tx.manager.update(Extension, { id }, { status, decidedBy, decidedAt, answer, rulebookVersion });
  }
}
