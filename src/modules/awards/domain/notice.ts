import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, InstantColumn } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { PublicNotice } from '#modules/calls';

export type NoticeColumn = PublicNotice['columns'][number];

/** What everybody reads; no names of people, no telephone numbers. Amounts in fen. */
export interface NoticeContent {
  readonly callNumber: string;
  readonly title: Sentence;
  readonly organisers: readonly Sentence[];
  readonly columns: readonly NoticeColumn[];
  readonly rows: readonly Partial<Record<NoticeColumn, string | number | null>>[];
  readonly channel: Sentence;
}

/** The list as it was put before the public: a snapshot with its hash. Corrections are new notices. */
@Entity('award_notice')
export class AwardNotice {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('int') ordinal: number;
  @InstantColumn({ name: 'published_at' }) publishedAt: Date;
  @DayColumn({ name: 'first_day' }) firstDay: string;
  @DayColumn({ name: 'last_day' }) lastDay: string;
  @Column('jsonb') content: NoticeContent;
  /** SHA-256 of the canonical JSON of the content. */
  @Column('text') hash: string;
  /** The notice as a PDF, once it has been printed. */
  @Column('uuid', { name: 'document_id', nullable: true }) documentId: string | null;
  @InstantColumn({ name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason: string | null;
}

/** The lines of one board, under its name; without boards all lines, under none. */
export interface NoticePart {
  readonly board: Sentence | null;
  readonly rows: NoticeContent['rows'];
}

/** A line names its board before the category: “板块 · 类别”. Under the heading of the board the category stands alone. */
export function partsByBoard({ rows }: Pick<NoticeContent, 'rows'>, boards: readonly Sentence[]): NoticePart[] {
  const parts: { board: Sentence | null; rows: NoticeContent['rows'][number][] }[] = [];
  for (const row of rows) {
    const category = String(row.category ?? '');
    const board = boards.find(({ zh }) => category.startsWith(`${zh} · `)) ?? null;
    if (parts.at(-1)?.board !== board || parts.length === 0) parts.push({ board, rows: [] });
    parts.at(-1)!.rows.push(board ? { ...row, category: category.slice(board.zh.length + 3) } : row);
  }
  return parts;
}
