import { Injectable } from '@nestjs/common';
import { isId, ListedQuestion, RowsOf, Transaction } from '#libs/database';
import { applicationChanged } from '../applications.errors.js';
import { Application, ApplicationHistory, EligibilityCheck, Submission, type ApplicationId } from '../domain/application.js';
import type { ApplicationStatus } from '../domain/application-status.js';
import type { PartnerConsent } from '../domain/partners.js';
import { wordsOf } from '../domain/filter/parse-filter.js';
import type { SiteRequest } from '../domain/sites/site-request.js';
import { liveSites } from './live-sites.js';

/** Only those are in the index of partners: most applications have none, and need not be noted there at each move. */
const JOINT = 'cardinality(co_organisation_ids) > 0';

/** Awards count once they are announced: what is not public is nobody's past. */
const WON = `status = 'awarded' and announced_at is not null`;
/** What one or several organisations have in hand in each call: where they lead, by the first condition, and where they take part. */
export const tallyOf = (leads: string, takesPart: string): string => `
  select call_id as "callId", count(*) filter (where ${leads} and status <> 'withdrawn')::int as applications,
    count(*) filter (where ${WON})::int as awards,
    coalesce(json_agg(json_build_object('applicationId', id, 'projectName', project_name, 'nodePath', node_path, 'announcedAt', announced_at,
      'projectStatus', project_status, 'projectSince', project_since)) filter (where ${WON}), '[]') as won
  from application where ${leads} or (${JOINT} and ${takesPart}) group by call_id`;
/** Written apart: for a list PostgreSQL makes a plan at every call, for one organisation once. */
const TALLY = tallyOf('organisation_id = $1', 'co_organisation_ids @> array[$1]::uuid[]');
const TALLY_OF_MANY = tallyOf('organisation_id = any($1)', 'co_organisation_ids && $1::uuid[]');

/** What an organisation has in hand in one call. */
export interface CallTally {
  readonly callId: string;
  readonly applications: number;
  readonly awards: number;
  readonly won: readonly { applicationId: string; projectName: string; nodePath: string; announcedAt: string; projectStatus: string | null; projectSince: string | null }[];
}

const ADD_HISTORY = `
  insert into application_history (application_id, step, move, from_status, to_status, reason, actor_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;

const CONSENTS = `
  select organisation_id as "organisationId", state, asked_at as "askedAt", answered_at as "answeredAt", answered_by as "answeredBy", note
  from application_consent where application_id = any($1) order by asked_at, organisation_id`;

const ASK_PARTNERS = `
  with gone as (delete from application_consent where application_id = $1 and organisation_id <> all($2::uuid[]))
  insert into application_consent (application_id, organisation_id, state, asked_at) select $1, partner, 'asked', $3 from unnest($2::uuid[]) partner
  on conflict do nothing returning organisation_id as id`;

const ANSWER = `update application_consent set state = $3, answered_at = $4, answered_by = $5, note = $6 where application_id = $1 and organisation_id = $2`;

interface Row extends Record<string, unknown> {
  readonly id: string;
}

/** What it is found by in a list. */
const NAMED = ['number', 'projectName', 'organisationName'] as const;

/** The applications themselves; lists for people are in the catalogue. */
@Injectable()
export class ApplicationStore {
  /** Each row as it was read to be changed, to tell what has changed since. */
  private readonly asRead = new WeakMap<Application, Partial<Application>>();
  private readonly rows: RowsOf<Application>;
  private asked?: ListedQuestion<Row>;

  constructor(private readonly tx: Transaction) {
    this.rows = new RowsOf(Application, tx, ['words']);
  }

  async find(id: string): Promise<Application | null> {
    return isId(id) ? this.read.findOneBy({ id: id as ApplicationId }) : null;
  }

  async lock(id: string): Promise<Application | null> {
    return isId(id) ? this.first(await this.tx.sql(`select ${this.columnsOf('a')} from application a where a.id = $1 for update`, [id])) : null;
  }

  /** To be changed without having been locked, outside a transaction: whoever wrote it meanwhile, the change finds out (`update`). */
  async asItStands(id: string): Promise<Application | null> {
    return isId(id) ? this.first(await this.shared.of(id)) : null;
  }

  /** The columns of an application that a row has of which `toChange` makes one. */
  columnsOf(alias: string): string {
    return this.rows.list(alias);
  }

  /** An application that can be changed: what has changed of it is written (`update`). */
  toChange(row: Record<string, unknown>): Application {
    const application = this.rows.of(row);
    this.asRead.set(application, { ...application });
    return application;
  }

  private first([row]: readonly Record<string, unknown>[]): Application | null {
    return row ? this.toChange(row) : null;
  }

  private get shared(): ListedQuestion<Row> {
    return (this.asked ??= new ListedQuestion<Row>({
      text: `select ${this.columnsOf('a')} from application a where a.id in`, ask: (text, values) => this.tx.readTogether<Row>(text, values), keyOf: (row) => row.id,
    }));
  }

  findMany(ids: readonly string[]): Promise<Application[]> {
    return this.read.createQueryBuilder('a').where('a.id = any(:ids)', { ids: ids.filter(isId) }).orderBy('a.number').getMany();
  }

  ofCall(callId: string, statuses?: readonly ApplicationStatus[]): Promise<Application[]> {
    const query = this.read.createQueryBuilder('a').where('a.call_id = :callId', { callId }).orderBy('a.number').addOrderBy('a.id');
    if (statuses) query.andWhere('a.status = any(:statuses)', { statuses: [...statuses] });
    return query.getMany();
  }

  /** Drafts that were there at the instant, oldest first. */
  draftsBegunBefore(callId: string, instant: Date): Promise<{ id: string; categoryKey: string }[]> {
    return this.tx.reader.query<{ id: string; categoryKey: string }[]>(`select id, category_key as "categoryKey" from application where call_id = $1 and status = 'draft' and created_at <= $2 order by id`, [callId, instant]);
  }

  /** Locked in one order, so that two who move many do not wait for each other. */
  lockCall(callId: string, statuses: readonly ApplicationStatus[]): Promise<Application[]> {
    return this.tx.manager.getRepository(Application).createQueryBuilder('a').setLock('pessimistic_write')
      .where('a.call_id = :callId and a.status = any(:statuses)', { callId, statuses: [...statuses] }).orderBy('a.id').getMany();
  }

  /** Where the organisation leads or takes part. */
  ofOrganisations(ids: readonly string[]): Promise<Application[]> {
    return this.read.createQueryBuilder('a').where(`a.organisation_id = any(:ids) or (${JOINT} and a.co_organisation_ids && :ids::uuid[])`, { ids: [...ids] })
      .orderBy('a.createdAt', 'DESC').getMany();
  }

  /** Those of the person's organisations, and those that she was asked into. */
  ofWriter(organisationIds: readonly string[], accountId: string): Promise<Application[]> {
    return this.read.createQueryBuilder('a')
      .where(`a.organisation_id = any(:ids) or (${JOINT} and a.co_organisation_ids && :ids::uuid[]) or a.id in (select c.application_id from application_collaborator c where c.account_id = :accountId)`, { ids: [...organisationIds], accountId })
      .orderBy('a.createdAt', 'DESC').getMany();
  }

  async insert(application: Application): Promise<void> {
    await this.tx.manager.insert(Application, application as never);
  }

  /** Writes what has changed, if nobody wrote the row since. @throws DomainError `application_changed` (stale) */
  async update(application: Application): Promise<void> {
    const { id, version } = application;
    application.version = version + 1;
    // Answers are large: an unchanged one is neither sent nor written again.
    const { text, values, names } = this.rows.changes(application, this.asRead.get(application) ?? {}, 3);
    const named = NAMED.some((name) => names.includes(name));
    const words = named ? [wordsOf(NAMED.map((name) => application[name]))] : [];
    this.tx.change('application', `update application set ${text}${named ? `, words = $${values.length + 3}` : ''} where id = $1 and version = $2 returning id`, [id, version, ...values, ...words], applicationChanged);
    this.asRead.set(application, { ...application });
  }

  /** What the organisations have in hand in each call: their applications that still stand, and awards that were announced to them. */
  tally(organisationIds: readonly string[]): Promise<CallTally[]> {
    return organisationIds.length === 1 ? this.tx.sql(TALLY, [...organisationIds]) : this.tx.sql(TALLY_OF_MANY, [[...organisationIds]]);
  }

  /** Which partners were asked whether they take part, and what they said. */
  async consents(ids: readonly string[]): Promise<PartnerConsent[]> {
    return ids.length === 0 ? [] : this.tx.reader.query<PartnerConsent[]>(CONSENTS, [[...ids]]);
  }

  /** The places whose word is asked for over links; where there are none, nothing is asked of the database. */
  async sites({ id, siteRequests }: Pick<Application, 'id' | 'siteRequests'>): Promise<SiteRequest[]> {
    return siteRequests === 0 ? [] : liveSites(this.tx, id);
  }

  /** The applications in which one of the organisations is still to say whether it takes part. */
  async askedOf(organisationIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.tx.reader.query<{ id: string }[]>(`select application_id as id from application_consent where organisation_id = any($1) and state = 'asked'`, [[...organisationIds]]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Whoever is a partner now and was not asked before is asked; whoever is one no more need not answer. Answers who was asked now. */
  async askPartners(id: string, partnerIds: readonly string[], now: Date): Promise<string[]> {
    const asked = await this.tx.manager.query<{ id: string }[]>(ASK_PARTNERS, [id, [...partnerIds], now]);
    return asked.map((one) => one.id);
  }

  async answerAsPartner(id: string, { organisationId, state, answeredAt, answeredBy, note }: Omit<PartnerConsent, 'askedAt'>): Promise<void> {
    await this.tx.manager.query(ANSWER, [id, organisationId, state, answeredAt, answeredBy, note]);
  }

  /** The award of it was confirmed after its notice. */
  async recordConfirmed(id: string): Promise<void> {
    await this.tx.manager.query(`update application set outcome = outcome || '{"confirmed": true}' where id = $1 and status = 'awarded'`, [id]);
  }

  /** Where the project of an award stands; the life of the application itself goes on without it. */
  async recordProject(id: string, status: string, since: Date): Promise<void> {
    await this.tx.manager.query('update application set project_status = $2, project_since = $3 where id = $1', [id, status, since]);
  }

  submissions(id: string): Promise<Submission[]> {
    return this.tx.reader.getRepository(Submission).find({ where: { applicationId: id as ApplicationId }, order: { ordinal: 'ASC' } });
  }

  submissionWithHash(hash: string): Promise<Submission | null> {
    return this.tx.reader.getRepository(Submission).findOne({ where: { hash }, order: { submittedAt: 'ASC' } });
  }

  checks(id: string): Promise<EligibilityCheck[]> {
    return this.tx.reader.getRepository(EligibilityCheck).find({ where: { applicationId: id as ApplicationId }, order: { ruleId: 'ASC' } });
  }

  async saveCheck(check: EligibilityCheck): Promise<void> {
    await this.tx.manager.upsert(EligibilityCheck, check, ['applicationId', 'ruleId']);
  }

  async addHistory({ applicationId, step, move, fromStatus, toStatus, reason, actorId, at }: ApplicationHistory): Promise<void> {
    this.tx.insert(ADD_HISTORY, [applicationId, step, move, fromStatus, toStatus, reason, actorId, at]);
  }

  history(id: string): Promise<ApplicationHistory[]> {
    return this.tx.reader.getRepository(ApplicationHistory).find({ where: { applicationId: id as ApplicationId }, order: { step: 'ASC' } });
  }

  private get read() {
    return this.tx.reader.getRepository(Application);
  }
}
