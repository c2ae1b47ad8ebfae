import type { Transaction } from '#libs/database';
import type { SiteRequest } from '../domain/sites/site-request.js';

export const SITE_COLUMNS = `id, application_id as "applicationId", name, email, asked_at as "askedAt", ended_at as "endedAt", said, answered_at as "answeredAt", answerer, office, phone, reason, content_hash as "contentHash"`;

/** Requests of one application that stand, oldest first. */
export const liveSites = (tx: Transaction, applicationId: string): Promise<SiteRequest[]> =>
  tx.reader.query<SiteRequest[]>(`select ${SITE_COLUMNS} from application_site where application_id = $1 and ended_at is null order by asked_at, id`, [applicationId]);
