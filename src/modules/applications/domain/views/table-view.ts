import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';

export type TableViewId = Id<'application_table_view'>;

/** What narrows and orders the table, as it stands in the address of the page. */
export interface ViewFilter {
  readonly callId?: string;
  readonly categoryKey?: string;
  readonly status?: string;
  /** The filter language: `状态:已提交 申请>=30000`. */
  readonly q?: string;
  readonly sort?: string;
}

/** A named view (保存的视图) of the table of applications: its keeper's own, or for everybody of her place. */
@Entity('application_table_view')
export class TableView {
  @PrimaryColumn('uuid') id: TableViewId;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') name: string;
  @Column('jsonb') filter: ViewFilter;
  /** Keys of the columns that are shown; none for those that the table shows by itself. */
  @Column('text', { array: true }) columns: string[];
  /** The federation whose staff may use it; null while it is its keeper's own. */
  @Column('text', { name: 'shared_at', nullable: true }) sharedAt: string | null;
  @InstantColumn({ name: 'kept_at' }) keptAt: Date;
}
