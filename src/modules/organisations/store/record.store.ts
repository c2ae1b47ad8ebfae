import { Injectable } from '@nestjs/common';
import { lookOfName } from '#libs/characters';
import { isId, ListedQuestion, RowsOf, Transaction } from '#libs/database';
import { Issue } from '../domain/issue.js';
import { Lookup, type Register } from '../domain/lookup.js';
import { Organisation, type OrganisationId } from '../domain/organisation.js';

/** The newest look into each register, as the rules ask for it. */
export interface NewestLookup {
  readonly register: Register;
  readonly lookedUpOn: string;
  readonly entries: readonly { readonly fromDay: string; readonly untilDay: string | null; readonly what: string }[];
}

/** All that the rules ask about one organisation beside its profile; what was merged into it counts as its own. */
export interface OnRecord {
  readonly debarments: readonly { id: string; fromDay: string; untilDay: string; basis: string; decidedBy: string; liftedAt: string | null }[];
  readonly lookups: readonly NewestLookup[];
  readonly accountVerified: boolean;
  /** Organisations that were merged into this one. */
  readonly doubles: readonly { id: string; stopReason: string | null; stoppedAt: string | null }[];
}

/** An organisation with its bans, what was looked up about it, and what was merged into it. */
export interface OrganisationOnRecord extends OnRecord {
  readonly organisation: Organisation;
}

type Row = OnRecord & { readonly id: string };

/** One statement: it is asked with every submission of a round, and for several at once. */
const ON_RECORD = `
    coalesce((select json_agg(json_build_object('id', d.id, 'fromDay', d.from_day, 'untilDay', d.until_day, 'basis', d.basis, 'decidedBy', d.decided_by, 'liftedAt', d.lifted_at)
      order by d.until_day desc) from organisation_debarment d where d.organisation_id = any(family.ids)), '[]') as debarments,
    coalesce((select json_agg(l) from (
      select distinct on (register) register, looked_up_on as "lookedUpOn", entries from organisation_lookup
      where organisation_id = any(family.ids) order by register, looked_up_on desc, made_at desc, id desc) l), '[]') as lookups,
    exists (select from organisation_bank_account a where a.organisation_id = own.id and a.status = 'verified') as "accountVerified",
    coalesce((select json_agg(json_build_object('id', o.id, 'stopReason', o.stop_reason, 'stoppedAt', o.stopped_at)) from organisation o where o.merged_into = own.id), '[]') as doubles
  from organisation own cross join lateral (select array(select double.id from organisation double where double.merged_into = own.id) || own.id as ids) family where own.id in`;

/** 社会工作 is called 社工, and 扬州市 扬州, wherever a name is said rather than copied from its certificate. */
const said = (name: string): string => `translate(replace(${name}, '社会工作', '社工'), '省市区县', '')`;

/** Names that look the same, and those that hold the other, as they are said: with the words that every organisation of a place carries. */
const SIMILAR = `
  select o.id, o.name, o.credit_code as "creditCode", o.node_path as "nodePath", coalesce(o.name_look = $3 and $3 <> '', false) as "looksSame" from organisation o
  where o.merged_into is null and o.id <> $2 and (o.name = $1 or (o.name_look = $3 and $3 <> '')
    or (char_length(${said('$1')}) >= 6 and (position(${said('$1')} in ${said('o.name')}) > 0 or (char_length(${said('o.name')}) >= 6 and position(${said('o.name')} in ${said('$1')}) > 0))))
  order by "looksSame" desc, o.name limit 5`;

/** Legal representatives whose names look like one of these, in one federation’s care, above it or below it. */
const REPRESENTATIVES = `
  select o.legal_representative as name, o.representative_look as look, o.name as organisation from organisation o
  where o.representative_look = any($1::text[]) and o.representative_look <> '' and o.id <> $2 and o.merged_into is null
    and (starts_with(o.node_path, $3) or starts_with($3, o.node_path))
  order by o.legal_representative, o.name limit 200`;

/** Those of the organisations that lie at the place. */
const AT_PLACE = `
  select o.id, o.name from organisation o where o.id = any($1::uuid[]) and o.merged_into is null and (starts_with(o.node_path, $2) or starts_with($2, o.node_path))`;

export interface SimilarOrganisation {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly nodePath: string;
  /** Nobody could tell the names apart by eye. */
  readonly looksSame: boolean;
}

/** What was looked up, found wrong and merged. */
@Injectable()
export class RecordStore {
  private readonly rows: RowsOf<Organisation>;

  private asked?: ListedQuestion<Row>;

  constructor(private readonly tx: Transaction) {
    this.rows = new RowsOf(Organisation, tx);
  }

  /** Null for what is no organisation. Within a transaction as it stands there, else asked for together with others. */
  async onRecord(id: string): Promise<OrganisationOnRecord | null> {
    if (!isId(id)) return null;
    const [row] = this.tx.isOpen ? await this.tx.sql<Row>(`${this.onRecordOf} ($1)`, [id]) : await this.shared.of(id);
    if (!row) return null;
    const { debarments, lookups, accountVerified, doubles } = row;
    return { organisation: this.rows.of(row as never), debarments, lookups, accountVerified, doubles };
  }

  private get shared(): ListedQuestion<Row> {
    return (this.asked ??= new ListedQuestion<Row>({ text: this.onRecordOf, ask: (text, values) => this.tx.readTogether(text, values), keyOf: ({ id }) => id }));
  }

  private get onRecordOf(): string {
    return `select ${this.rows.list('own')}, ${ON_RECORD}`;
  }

  lookups(organisationIds: readonly string[]): Promise<Lookup[]> {
    return this.tx.reader.getRepository(Lookup).createQueryBuilder('l').where('l.organisation_id = any(:ids)', { ids: [...organisationIds] })
      .orderBy('l.lookedUpOn', 'DESC').addOrderBy('l.madeAt', 'DESC').addOrderBy('l.id', 'DESC').limit(200).getMany();
  }

  async addLookup(lookup: Lookup): Promise<void> {
    await this.tx.manager.insert(Lookup, lookup as never);
  }

  issues(organisationIds: readonly string[]): Promise<Issue[]> {
    return this.tx.reader.getRepository(Issue).createQueryBuilder('i').where('i.organisation_id = any(:ids)', { ids: [...organisationIds] })
      .orderBy('i.raisedAt', 'DESC').addOrderBy('i.id', 'DESC').limit(200).getMany();
  }

  async lockIssue(organisationId: string, id: string): Promise<Issue | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(Issue).findOne({ where: { id, organisationId: organisationId as OrganisationId }, lock: { mode: 'pessimistic_write' } });
  }

  async addIssue(issue: Issue): Promise<void> {
    await this.tx.manager.insert(Issue, issue);
  }

  async settleIssue({ id, resolution, resolvedBy, resolvedAt }: Issue): Promise<void> {
    await this.tx.manager.update(Issue, { id }, { resolution, resolvedBy, resolvedAt });
  }

  /** Those with the same or nearly the same name. @param exceptId one that is not to be named, itself */
  similar(name: string, exceptId: string): Promise<SimilarOrganisation[]> {
    return this.tx.reader.query(SIMILAR, [name, exceptId, lookOfName(name)]);
  }

  /** Legal representatives of the place, but for the organisation's own, whose names look like one of these. */
  representativesLooking(looks: readonly string[], { id, nodePath }: Pick<Organisation, 'id' | 'nodePath'>): Promise<{ name: string; look: string; organisation: string }[]> {
    return this.tx.reader.query(REPRESENTATIVES, [[...looks], id, nodePath]);
  }

  /** The names of those of the organisations that lie at the place, by id. */
  async atPlace(ids: readonly string[], nodePath: string): Promise<ReadonlyMap<string, string>> {
    const rows = ids.length === 0 ? [] : await this.tx.reader.query<{ id: string; name: string }[]>(AT_PLACE, [[...new Set(ids)], nodePath]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** At most a thousand whose look has still to be made; those that another is making are passed over. */
  withoutLook(): Promise<Pick<Organisation, 'id' | 'name' | 'legalRepresentative'>[]> {
    return this.tx.manager.query('select id, name, legal_representative as "legalRepresentative" from organisation where name_look is null limit 1000 for update skip locked');
  }

  async keepLooks(looks: readonly { id: string; name: string; representative: string }[]): Promise<void> {
    if (looks.length === 0) return;
    await this.tx.manager.query(
      `update organisation o set name_look = given.name, representative_look = given.representative
       from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, name, representative) where o.id = given.id`,
      [looks.map(({ id }) => id), looks.map(({ name }) => name), looks.map(({ representative }) => representative)],
    );
  }

  doublesOf(organisationId: string): Promise<Organisation[]> {
    return this.tx.reader.getRepository(Organisation).find({ where: { mergedInto: organisationId as OrganisationId } });
  }
}
