import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import type { ApplicationStatus } from '../domain/application-status.js';

/** An application without its answers: for work on thousands at once. */
export interface ApplicationOutline {
  readonly id: string;
  readonly number: string;
  readonly projectName: string;
  readonly categoryKey: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly coOrganisationIds: readonly string[];
  /** When what it says was handed in. */
  readonly submittedAt: Date;
  /** Answers to the questions asked for, in their order; null where there is none. */
  readonly picked: readonly unknown[];
}

/** Organisations that handed in one application together. */
export interface Partnership {
  readonly organisationIds: readonly string[];
  readonly submittedAt: Date;
  readonly awarded: boolean;
}

export type Wanted = { readonly ids: readonly string[] } | { readonly callId: string; readonly statuses?: readonly ApplicationStatus[] };

const SUBMITTED = `submitted_at is not null and status <> 'draft'`;

@Injectable()
export class ApplicationOutlines {
  constructor(private readonly tx: Transaction) {}

  /** @param picks section and question of the answers that are wanted as well */
  async of(wanted: Wanted, picks: readonly (readonly [string, string])[]): Promise<ApplicationOutline[]> {
    const [where, values] = 'ids' in wanted ? ['id = any($1::uuid[])', [wanted.ids]] : ['call_id = $1 and ($2::text[] is null or status = any($2))', [wanted.callId, wanted.statuses ?? null]];
    const picked = picks.length > 0 ? `jsonb_build_array(${picks.map((_, at) => `answers #> $${values.length + 1 + at}::text[]`).join(', ')})` : `'[]'::jsonb`;
    return this.tx.reader.query<ApplicationOutline[]>(
      `select id, number, project_name as "projectName", category_key as "categoryKey", organisation_id as "organisationId",
         organisation_name as "organisationName", co_organisation_ids as "coOrganisationIds", submitted_at as "submittedAt", ${picked} as picked
       from application where ${where} and ${SUBMITTED} order by number, id`, [...values, ...picks],
    );
  }

  /** Of one application that was handed in; null for a draft and for what is not there. */
  async categoryOf(id: string): Promise<string | null> {
    const [row] = await this.tx.sql<{ categoryKey: string }>(`select category_key as "categoryKey" from application where id = $1 and ${SUBMITTED}`, [id]);
    return row?.categoryKey ?? null;
  }

  /** The newest first, so that what is told of two organisations is their last common application. */
  partnerships(organisationIds: readonly string[]): Promise<Partnership[]> {
    return this.tx.reader.query<Partnership[]>(
      `select organisation_id || co_organisation_ids as "organisationIds", submitted_at as "submittedAt", status = 'awarded' and announced_at is not null as awarded
       from application where cardinality(co_organisation_ids) > 0 and (organisation_id = any($1::uuid[]) or co_organisation_ids && $1::uuid[]) and ${SUBMITTED}
       order by submitted_at desc`, [organisationIds],
    );
  }
}
