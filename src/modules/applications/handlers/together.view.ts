import { Shown } from '#libs/http';
import { PARTS, type Part } from '../applications.permissions.js';
import type { DraftComment, Presence } from '../store/together.store.js';

/** One person who takes part in writing an application. */
export class WriterView {
  @Shown() accountId: string;
  @Shown() name: string;
  @Shown({ nullable: true, type: String, description: '只给能分工的人看 for whoever may change the parts' }) email: string | null;
  @Shown({ enum: [...PARTS], description: 'own：申报负责人，唯一可以提交的人 the one who submits' }) part: Part;
  @Shown({ description: '牵头单位的成员 a member of the leading organisation' }) member: boolean;
  @Shown({ description: '就是本人 the reader herself' }) self: boolean;
}

/** Who writes it, and what the reader may change of that. */
export class WritersView {
  @Shown({ enum: [...PARTS] }) part: Part;
  @Shown({ type: [WriterView] }) people: WriterView[];
  @Shown({ description: '可以分工 the reader gives others their parts' }) mayGive: boolean;
  @Shown({ description: '负责人已离开机构，可以接手 the one in charge has left; the reader may take over' }) mayTakeOver: boolean;
}

export class DraftCommentView {
  @Shown() id: string;
  @Shown() section: string;
  @Shown({ nullable: true, type: String }) question: string | null;
  @Shown() text: string;
  @Shown() author: string;
  @Shown() own: boolean;
  @Shown() at: Date;
  @Shown({ nullable: true, type: String }) resolvedBy: string | null;
  @Shown({ nullable: true, type: Date }) resolvedAt: Date | null;

  static of({ id, section, question, text, authorId, at, resolvedBy, resolvedAt }: DraftComment, names: ReadonlyMap<string, string>, reader: string): DraftCommentView {
    return { id, section, question, text, author: names.get(authorId) ?? '', own: authorId === reader, at, resolvedBy: resolvedBy && (names.get(resolvedBy) ?? ''), resolvedAt };
  }
}

export class DraftCommentsView {
  @Shown({ type: [DraftCommentView] }) comments: DraftCommentView[];
  @Shown() mayComment: boolean;
}

export class PresentView {
  @Shown() accountId: string;
  @Shown() name: string;
  @Shown({ nullable: true, type: String }) section: string | null;
  @Shown({ nullable: true, type: String }) question: string | null;

  static of({ accountId, section, question }: Presence, names: ReadonlyMap<string, string>): PresentView {
    return { accountId, name: names.get(accountId) ?? '', section, question };
  }
}

/** Who else is in the form just now, and whether it has been saved since. */
export class PresenceView {
  @Shown({ type: [PresentView] }) others: PresentView[];
  @Shown() version: number;
  @Shown({ description: '尚未解决的批注 open comments' }) openComments: number;
}

