import { ListQuery, Text } from '#libs/http';

export class OrganisationsQuery extends ListQuery {
  @Text({ max: 60, optional: true, description: '名称或信用代码 name or credit code' }) words?: string;
}

export class CreditCodeQuery {
  @Text({ max: 40 }) code: string;
}
