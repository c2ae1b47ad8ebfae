import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, invalid, refused, say } from '#libs/errors';
import { Shown } from '#libs/http';
import { IdentityFacade } from '#modules/identity';
import { READERS } from '../applications.permissions.js';
import { parseFilter } from '../domain/filter/parse-filter.js';
import { TableView, type TableViewId, type ViewFilter } from '../domain/views/table-view.js';
import { TableViewStore } from '../store/table-view.store.js';

const MOST = 30;

export class ViewFilterView implements ViewFilter {
  @Shown({ required: false, type: String }) callId?: string;
  @Shown({ required: false, type: String }) categoryKey?: string;
  @Shown({ required: false, type: String }) status?: string;
  @Shown({ required: false, type: String }) q?: string;
  @Shown({ required: false, type: String }) sort?: string;
}

export class TableViewView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown({ type: ViewFilterView }) filter: ViewFilterView;
  @Shown({ type: [String], description: '显示的列；空为默认 the columns; none for the usual ones' }) columns: string[];
  @Shown({ description: '本单位共用 everybody of the place uses it' }) shared: boolean;
  @Shown({ nullable: true, type: String, description: '共用者姓名；自己的为空 who shares it; null for the reader’s own' }) keeper: string | null;
}

export interface GivenView {
  readonly name: string;
  readonly filter: ViewFilter;
  readonly columns: readonly string[];
  readonly shared: boolean;
}

/** Named views of the table of applications, each person's own, and those that the staff of one place share. A view only narrows: it opens nothing. */
@Injectable()
export class KeepTableViews {
  constructor(
    private readonly tx: Transaction,
    private readonly views: TableViewStore,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async read(actor: Actor): Promise<TableViewView[]> {
    const views = await this.views.visible(actor.accountId, placesOf(actor));
    const names = await this.identity.names(views.map(({ accountId }) => accountId));
    return views.map(({ id, accountId, name, filter, columns, sharedAt }) => ({
      id, name, filter, columns, shared: sharedAt !== null, keeper: accountId === actor.accountId ? null : (names.get(accountId) ?? ''),
    }));
  }

  /** Under a name that she has used already the new one takes the place of the old. @throws DomainError `view_empty`, `filter_field_unknown`, `filter_value_invalid`, `too_many_views` */
  keep({ name, filter, columns, shared }: GivenView, actor: Actor): Promise<void> {
    if (Object.values(filter).every((value) => !value) && columns.length === 0) throw invalid('view_empty', say('没有筛选，也没有改过列，不用保存', 'Nothing is narrowed and no column was changed: there is nothing to keep'));
    parseFilter(filter.q ?? '');
    return this.tx.run(async () => {
      const own = await this.views.ownLocked(actor.accountId);
      const before = own.find((view) => view.name === name.trim());
      if (!before && own.length >= MOST) throw refused('too_many_views', say('最多保存 {most} 个视图，请先删除一个', 'At most {most} views are kept; remove one first'), { most: MOST });
      const view = Object.assign(new TableView(), {
        id: before?.id ?? newId<TableViewId>(), accountId: actor.accountId, name: name.trim(), filter: { ...filter }, columns: [...columns],
        sharedAt: shared ? (placesOf(actor)[0] ?? null) : null, keptAt: await this.time.now(),
      });
      await this.views.save(view);
      await this.audit.record({ action: 'application_view.kept', subject: { kind: 'account', id: actor.accountId }, actor, facts: { view: view.id, name: view.name, shared } });
    });
  }

  /** Her own only. @throws DomainError `view_absent` */
  remove(id: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const view = await this.views.lock(actor.accountId, id);
      if (!view) throw absent('view_absent', say('没有这个视图，或由他人保存', 'There is no such view, or somebody else keeps it'));
      await this.views.remove(view);
      await this.audit.record({ action: 'application_view.removed', subject: { kind: 'account', id: actor.accountId }, actor, facts: { view: id, name: view.name } });
    });
  }
}

/** The federations at which she reads applications, the highest first. */
const placesOf = ({ roles }: Actor): string[] =>
  [...new Set(roles.flatMap(({ role, nodePath }) => (nodePath !== undefined && (READERS as readonly string[]).includes(role) ? [nodePath] : [])))].sort((a, b) => a.length - b.length);
