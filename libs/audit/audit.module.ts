import { Global, Module } from '@nestjs/common';
import { AuditExport } from './audit-export.js';
import { AuditProofs } from './audit-proofs.js';
import { AuditTrail } from './audit-trail.js';
import { SealAudit } from './seal-audit.js';
import { SealAuditEveryMinute } from './seal-audit.job.js';
import { SealedTree } from './sealed-tree.js';

/** The trail for everybody; the transaction and the clock come from the application. */
@Global()
@Module({
  providers: [AuditTrail, SealedTree, SealAudit, SealAuditEveryMinute, AuditProofs, AuditExport],
  exports: [AuditTrail, SealAudit, AuditProofs, AuditExport],
})
export class AuditModule {}
