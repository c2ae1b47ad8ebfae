import { DataSource } from 'typeorm';
import { SYSTEM } from '#libs/access';
import { FixedClock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { AuditExport } from './audit-export.js';
import { auditInvariants } from './audit.invariants.js';
import { AuditProofs } from './audit-proofs.js';
import { AuditTrail } from './audit-trail.js';
import { SealAudit } from './seal-audit.js';
import { SealedTree } from './sealed-tree.js';

export interface Trail {
  source: DataSource;
  tx: Transaction;
  trail: AuditTrail;
  seal: SealAudit;
  proofs: AuditProofs;
  exporter: AuditExport;
  /** Records acts in one transaction each, one after another; answers the ids of their leaves. */
  act(count: number): Promise<string[]>;
  /** The names of the invariants that do not hold. */
  broken(): Promise<string[]>;
}

/** The trail over one database, as the application's own role. */
export async function openTrail(url: string): Promise<Trail> {
  const source = await new DataSource({ type: 'postgres', url, extra: { max: 20 } }).initialize();
  const tx = new Transaction(source);
  const trail = new AuditTrail(tx, new FixedClock('2026-09-01T10:00:00.123Z'));
  const tree = new SealedTree(tx);
  const proofs = new AuditProofs(tx, tree);
  const record = (n: number) =>
    tx.run(() => trail.record({ action: 'thing.done', subject: { kind: 'thing', id: `t${n % 3}` }, actor: SYSTEM, facts: facts(n) }));
  return {
    source, tx, trail, proofs,
    seal: new SealAudit(tx, tree),
    exporter: new AuditExport(tx, proofs),
    act: async (count) => {
      const ids: string[] = [];
      for (let n = 0; n < count; n += 1) ids.push(await record(n));
      return ids;
    },
    broken: async () => {
      const names: string[] = [];
      for (const { name, sql } of auditInvariants) {
        if ((await source.query<unknown[]>(sql)).length > 0) names.push(name);
      }
      return names;
    },
  };
}

/** Facts that a careless store would change on the way. */
const facts = (n: number): object => ({ z: n, a: { '10': 1, '9': 0.1 + 0.2, é: '琼香\n' }, big: 1e21, small: 5e-324, list: [null, true, -0], at: new Date(n) });
