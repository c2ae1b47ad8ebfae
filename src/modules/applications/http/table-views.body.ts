import { Identifier, Nested, OneOf, Text, TextList, YesNo } from '#libs/http';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../domain/application-status.js';
import { APPLICATION_SORT } from '../store/application-order.js';

export class ViewFilterBody {
  @Identifier({ optional: true }) callId?: string;
  @Text({ max: 60, optional: true }) categoryKey?: string;
  @OneOf(APPLICATION_STATUSES, { optional: true }) status?: ApplicationStatus;
  @Text({ max: 200, optional: true, description: '筛选写法 the filter language' }) q?: string;
  @Text({ max: 60, pattern: APPLICATION_SORT, optional: true }) sort?: string;
}

export class TableViewBody {
  @Text({ max: 30 }) name: string;
  @Nested(() => ViewFilterBody) filter: ViewFilterBody;
  @TextList({ max: 30, each: 40, description: '显示的列；空为默认 columns; none for the usual ones' }) columns: string[];
  @YesNo({ description: '与本单位同事共用 shared with the colleagues of the place' }) shared: boolean;
}
