import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { Document } from '../domain/document.js';
import { mayLeaveQuarantine, SCAN_LABELS, shownScan } from '../domain/quarantine.js';

const SCANS = Object.keys(SCAN_LABELS);

export class DocumentView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() mediaType: string;
  @Shown() bytes: number;
  @Shown({ description: 'SHA-256' }) sha256: string;
  @Shown() createdAt: Date;
  @Shown({ enum: SCANS, description: '查毒状态 whether it was scanned for malware' }) scan: string;
  @ShownSentence() scanLabel: Sentence;
  @Shown({ description: '可否打开 whether it may leave quarantine' }) openable: boolean;

  static of(document: Document): DocumentView {
    const { id, name, mediaType, bytes, sha256, madeAt } = document;
    const scan = shownScan(document);
    return { id, name, mediaType, bytes, sha256, createdAt: madeAt, scan, scanLabel: SCAN_LABELS[scan], openable: mayLeaveQuarantine(document).allowed };
  }
}

/** One file as it stands for whoever asks: her own upload opens for her before others may open it. */
export class DocumentStateView extends DocumentView {
  @ShownSentence({ required: false, description: '现在不能打开的原因 why it cannot be opened now' }) whyNot?: Sentence;
  @Shown({ description: '本人可否放行 whether this person may let it through' }) releasable: boolean;
  @Shown({ type: [String], description: '同一份材料中其他未查毒的文件 other files of the same papers that nobody has scanned' }) alike: string[];
  @Shown({ nullable: true, type: String }) releaseReason: string | null;
}
