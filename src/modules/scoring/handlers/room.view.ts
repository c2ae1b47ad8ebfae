import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';

export class PanelPointsView {
  @Shown() criterion: string;
  /** A decimal, or `n/a`. */
  @Shown() points: string;
}

/** Another judge's sheet as the panel sees it: by alias. */
export class PanelSheetView {
  @Shown() seatId: string;
  @Shown() alias: string;
  @Shown() mine: boolean;
  @Shown({ enum: ['submitted', 'abstained'] }) status: string;
  @Shown({ nullable: true, type: String }) total: string | null;
  @Shown({ type: [PanelPointsView] }) points: PanelPointsView[];
  @Shown() comment: string;
  @Shown({ nullable: true, type: Number }) confidence: number | null;
}

export class PanelMemberView {
  @Shown() seatId: string;
  @Shown() alias: string;
  @Shown() mine: boolean;
}

export class PanelMessageView {
  @Shown() id: string;
  @Shown({ nullable: true, type: String }) parentId: string | null;
  @Shown() alias: string;
  @Shown() mine: boolean;
  @Shown() body: string;
  @Shown({ type: [String], description: '提到的评委代号 aliases that are mentioned' }) mentions: string[];
  @Shown() writtenAt: Date;
}

/** What a machine wrote about an application. It is read, never counted. */
export class ReadingNoteView {
  @Shown() id: string;
  @Shown() applicationId: string;
  @Shown() source: string;
  @Shown() body: string;
  @Shown() attachedAt: Date;
}

/** The panel before one application, as far as the rulebook lets the reader see it now. */
export class RoomView {
  @Shown({ enum: ['own', 'waiting', 'others', 'discussion', 'sealed'] }) phase: string;
  /** The rule in words. */
  @ShownSentence() policy: Sentence;
  @Shown({ description: '尚未提交的份数 sheets still due' }) open: number;
  @Shown() due: number;
  @Shown({ type: [PanelMemberView] }) members: PanelMemberView[];
  @Shown({ type: [PanelSheetView] }) sheets: PanelSheetView[];
  @Shown({ type: [PanelMessageView] }) messages: PanelMessageView[];
  @Shown() mayWrite: boolean;
  @Shown({ type: [ReadingNoteView], description: '机器阅读意见，只供参考，不计分 machine readings, never counted' }) readings: ReadingNoteView[];
}
