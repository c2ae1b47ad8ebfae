import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import type { Sentence } from '#libs/errors';

/** What files beside those of applications are handed in for. */
export const FILE_OWNERS = ['milestone', 'contract', 'tranche', 'bank_account', 'organisation_lookup'] as const;
export type FileOwner = (typeof FILE_OWNERS)[number];

/** What some files belong to, by the name that people know it by. */
export interface OwnerOfFiles {
  readonly ownerId: string;
  /** The report, the project or the organisation on whose page the files stand. */
  readonly subjectId: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly detail: Sentence | null;
}

/** What is over is kept as it is; nobody has to open it any more. */
const GOES_ON = `p.status not in ('settled', 'archived', 'terminated')`;

const OWNERS: Readonly<Record<FileOwner, string>> = {
  milestone: `select m.id, m.id, p.name, p.organisation_name, m.title from milestone m join project p on p.id = m.project_id where m.id = any($1) and ${GOES_ON}`,
  contract: `select k.id, p.id, p.name, p.organisation_name, null::jsonb from contract k join project p on p.id = k.project_id where k.id = any($1) and ${GOES_ON}`,
  tranche: `select t.id, p.id, p.name, p.organisation_name, t.title from tranche t join project p on p.id = t.project_id where t.id = any($1) and ${GOES_ON}`,
  bank_account: `select b.id, o.id, o.name, null::text, null::jsonb from organisation_bank_account b join organisation o on o.id = b.organisation_id where b.id = any($1)`,
  organisation_lookup: `select l.id, o.id, o.name, null::text, null::jsonb from organisation_lookup l join organisation o on o.id = l.organisation_id where l.id = any($1)`,
};

@Injectable()
export class FileOwnersStore {
  constructor(private readonly tx: Transaction) {}

  named(kind: FileOwner, ids: readonly string[]): Promise<OwnerOfFiles[]> {
    return this.tx.reader.query(
      `select "ownerId", "subjectId", title, organisation, detail from (${OWNERS[kind]}) as found ("ownerId", "subjectId", title, organisation, detail) order by title, "ownerId"`, [ids],
    );
  }
}
