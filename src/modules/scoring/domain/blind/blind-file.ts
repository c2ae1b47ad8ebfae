import { createHash } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { redactor, spellingsIn, type Names } from './redact.js';

/**
 * clear: every word of it was read, and none gives the applicant away; named: some do; unread: it holds pictures, drawings or scanned pages
 * that no programme reads; unfit: its hidden properties cannot be taken out.
 */
export type BlindFinding = 'clear' | 'named' | 'unread' | 'unfit';

/** What was found in one file under one set of names. Rows are only added. */
@Entity('blind_file')
export class BlindFile {
  @PrimaryColumn('uuid', { name: 'document_id' }) documentId: string;
  /** Which names were looked for: other names are another look. */
  @PrimaryColumn('text', { name: 'names_hash' }) namesHash: string;
  @Column('text') finding: BlindFinding;
  /** What kinds of things were found, as they would be masked: 〔申报单位〕. */
  @Column('text', { array: true }) masks: string[];
  /** Where it is a PDF: the pages that hold what no programme reads, from 1. */
  @Column('integer', { array: true, name: 'unread_pages' }) unreadPages: number[];
  /** The document without its hidden properties. */
  @Column('uuid', { name: 'copy_id', nullable: true }) copyId: string | null;
  @InstantColumn({ name: 'checked_at' }) checkedAt: Date;
}

/** What staff decided about one file; the newest counts. */
@Entity('blind_decision')
export class BlindDecision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('boolean') shown: boolean;
  @Column('text') reason: string;
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
  @InstantColumn({ name: 'decided_at' }) decidedAt: Date;
}

/** Which way of looking this is: what was looked at in an older way, which saw less, is looked at anew. */
const LOOK = 2;

export const namesHashOf = (names: Names): string => createHash('sha256').update(JSON.stringify([LOOK, ...spellingsIn(names)])).digest('hex');

/** Programmes that read a page put blanks between its signs, and write the same sign in several ways. */
function folded(text: string): string {
  // Words and the blanks between them take turns: blanks next to a sign go, whichever side it stands on.
  const pieces = text.normalize('NFKC').split(/(\s+)/u);
  return pieces.filter((_, at) => at % 2 === 0 || !(/[\p{Script=Han}（）〔〕]$/u.test(pieces[at - 1]!) || /^[\p{Script=Han}（）〔〕]/u.test(pieces[at + 1]!))).join('');
}

/** The kinds of things in a text that would give the applicant away. */
export function masksIn(names: Names, text: string): string[] {
  const plain = folded(text);
  const redact = redactor({ ...names, applicants: names.applicants.map(folded), partners: names.partners.map(folded), people: names.people.map(folded) });
  const masked = redact(plain);
  const count = (where: string, mask: string) => where.split(mask).length;
  return [...new Set(masked.match(/〔[^〕]{1,8}〕/g) ?? [])].filter((mask) => count(masked, mask) > count(plain, mask)).sort();
}

/** Whether a blind judge reads the file. */
export const isShown = ({ finding }: Pick<BlindFile, 'finding'>, decision: Pick<BlindDecision, 'shown'> | null): boolean =>
  finding !== 'unfit' && (decision?.shown ?? finding === 'clear');

const WITHHELD: Record<BlindFinding | 'decided', Sentence> = {
  clear: say('', ''),
  named: say('正文中有可识别申报单位的内容，已隐去', 'Its text would give the applicant away: withheld'),
  unread: say('含图片、图形或扫描页，待工作人员核对后显示', 'It holds a picture, a drawing or a scanned page: shown once staff have looked at it'),
  unfit: say('文件的隐藏属性无法清除，已隐去', 'Its hidden properties cannot be taken out: withheld'),
  decided: say('经工作人员核对，已隐去', 'Staff looked at it: withheld'),
};

/** Why a blind judge does not read it; null when she does. */
export function whyWithheld(file: Pick<BlindFile, 'finding'>, decision: Pick<BlindDecision, 'shown'> | null): Sentence | null {
  if (isShown(file, decision)) return null;
  return file.finding !== 'unfit' && decision ? WITHHELD.decided : WITHHELD[file.finding];
}
