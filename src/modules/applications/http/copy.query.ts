import { Transform } from 'class-transformer';
import { OneOf, Whole } from '#libs/http';

const toNumber = ({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value);

export class CopyQuery {
  @OneOf(['pdf', 'zip']) format: 'pdf' | 'zip';

  @Transform(toNumber)
  @Whole({ min: 1, max: 9999, optional: true, description: '第几次提交；不填为最近一次，草稿为现状 which submission; the newest when left out, a draft as it stands' })
  ordinal?: number;
}
