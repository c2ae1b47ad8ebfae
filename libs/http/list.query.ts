import { Transform } from 'class-transformer';
import type { PageRequest } from '#libs/database';
import { Text, Whole } from './fields.js';

const toNumber = ({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value);

/** The two words every list understands. */
export class ListQuery implements PageRequest {
  @Transform(toNumber)
  @Whole({ min: 1, max: 200, optional: true, description: '每页条数 rows a page' })
  limit = 50;

  @Text({ max: 500, optional: true, description: '上一页返回的翻页标记 the marker of the page before' })
  after?: string;
}
