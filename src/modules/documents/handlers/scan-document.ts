import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { FileStore, MalwareScanner, type ScanResult } from '#libs/files';
import { PeopleToBeTold } from '#modules/identity';
import type { Document } from '../domain/document.js';
import { DocumentStore } from '../store/document.store.js';

const AWAITING: readonly string[] = ['quarantined', 'unscanned'];

/** Writes down what the scanner found, once; whoever handed in an infected file is told. */
@Injectable()
export class RecordScan {
  constructor(
    private readonly tx: Transaction,
    private readonly documents: DocumentStore,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(id: string, result: ScanResult): Promise<void> {
    return this.tx.run(async () => {
      const [document] = await this.documents.lockMany([id]);
      if (!document || !AWAITING.includes(document.scan)) return;
      const finding = result.verdict === 'infected' ? result.finding : null;
      Object.assign(document, { scan: result.verdict, finding, scannedAt: this.clock.now() });
      await this.documents.updateScan(document);
      await this.audit.record({ action: 'document.scanned', subject: { kind: 'document', id }, actor: SYSTEM, facts: { verdict: result.verdict, finding } });
      if (finding !== null) await this.warn(document, finding);
    });
  }

  private async warn({ id, name, madeBy, ownerKind, ownerId }: Document, finding: string): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds: [madeBy] }, kind: 'file-infected', key: `file-infected:${id}`, facts: { name, finding },
      title: say('文件“{name}”含有恶意软件，已隔离', 'The file "{name}" carries malware and is quarantined'),
      body: say(
        '您上传的“{name}”被查出 {finding}，任何人都不能打开它。其他内容都已保存；请用杀毒软件检查您的电脑，再上传一份干净的文件。',
        'In "{name}", which you uploaded, {finding} was found; nobody can open it. All else is kept. Please check your computer with a virus scanner and upload a clean file.',
      ),
      ...(ownerKind === 'application' ? { link: `/desk/my-applications/${ownerId}` } : {}),
    });
  }
}

/** Has the scanner look through one file that waits for it. */
@Injectable()
export class ScanDocument {
  constructor(
    private readonly documents: DocumentStore,
    private readonly files: FileStore,
    private readonly scanner: MalwareScanner,
    private readonly records: RecordScan,
  ) {}

  /** @throws ScannerFailed where there is no verdict: the file stays where it is and is tried again */
  async run(id: string): Promise<void> {
    const document = await this.documents.find(id);
    if (!document || !AWAITING.includes(document.scan)) return;
    await this.records.run(id, await this.scanner.scan(await this.files.open(document.sha256)));
  }
}
