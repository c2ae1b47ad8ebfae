import type { Sentence } from '#libs/errors';
import type { Block } from '#libs/word';
import type { Category, FormSection, Question, TableColumn } from '#modules/calls';
import type { Answers } from '../form/answers.js';
import { choiceLines } from './offline-values.js';

export type Language = 'zh' | 'en';

/** What a form to be filled in by hand is made from. */
export interface OfflineSource {
  readonly callNumber: string;
  readonly title: Sentence;
  readonly sections: readonly FormSection[];
  readonly categories: readonly Category[];
  readonly answers: Answers;
}

export const TEAM_COLUMNS: readonly (TableColumn & { kind: 'short_text' })[] = [
  { key: 'name', title: { zh: '姓名', en: 'Name' } }, { key: 'role', title: { zh: '项目职责', en: 'Role' } }, { key: 'education', title: { zh: '学历', en: 'Education' } },
  { key: 'licence', title: { zh: '职业资格', en: 'Licence' } }, { key: 'phone', title: { zh: '电话', en: 'Phone' } }, { key: 'fullTime', title: { zh: '专职（是/否）', en: 'Full time (yes/no)' } },
].map((column) => ({ ...column, kind: 'short_text' as const, required: false }));

export const PEOPLE_ROWS: readonly { key: string; title: Sentence; kind: 'number' | 'long_text' }[] = [
  { key: 'direct', title: { zh: '直接受益人数', en: 'Direct beneficiaries' }, kind: 'number' }, { key: 'indirect', title: { zh: '间接受益人数', en: 'Indirect beneficiaries' }, kind: 'number' },
  { key: 'women', title: { zh: '其中妇女', en: 'Women among them' }, kind: 'number' }, { key: 'children', title: { zh: '其中儿童', en: 'Children among them' }, kind: 'number' },
  { key: 'families', title: { zh: '受益家庭数', en: 'Families' }, kind: 'number' }, { key: 'personTimes', title: { zh: '服务人次', en: 'Person-times' }, kind: 'number' },
  { key: 'description', title: { zh: '受益人说明', en: 'Who they are' }, kind: 'long_text' },
];
export const PEOPLE_COLUMNS: readonly Sentence[] = [{ zh: '项目', en: 'What' }, { zh: '填写', en: 'Answer' }];

const WORDS = {
  title: { zh: '申报书（离线填写）', en: 'Application form (offline)' },
  how: {
    zh: '请只在各题下方的方框和表格里填写，不要改动题号和表头；表格不够可以加行。选择题请把选中项前面的 ☐ 改成 ☑。填好后保存为 docx，在申报页面的“离线填写”上传，平台逐项显示读到的内容，由您确认后才进入草稿。',
    en: 'Write only in the boxes and tables below the questions; leave the numbers and the heads of tables as they are, and add rows where you need them. To choose, turn the ☐ into ☑. Save it as docx and upload it on the page of the application: what was read is shown item by item and enters the draft once you confirm.',
  },
  required: { zh: '必填', en: 'required' },
  sometimes: { zh: '仅在适用时填写', en: 'only where it applies' },
  budget: { zh: '预算表请在同一页下载 XLSX 填写。', en: 'The budget has a sheet of its own (XLSX), on the same page.' },
  file: { zh: '附件请在网上提交，此处不用填写。', en: 'Files are handed in online; nothing is written here.' },
  limit: { zh: '至多 {max} 字：汉字、标点各算一字，连续的字母或数字算一字，空格不算。', en: 'At most {max}: a Chinese character or a mark counts as one, a run of letters or digits as one, spaces as none.' },
  money: { zh: '以元为单位', en: 'in yuan' },
  date: { zh: '写作 2027-03-01', en: 'write it 2027-03-01' },
  most: { zh: '可选 {least}–{most} 项', en: 'choose {least} to {most}' },
} as const;

const EMPTY_ROWS = 4;

/** The form of a call as a document to be filled in, with what the draft already holds. Every question has a number by which it is found again. */
export function offlineForm({ callNumber, title, sections, categories, answers }: OfflineSource, language: Language): Block[] {
  const questions = (section: FormSection, at: number): Block[] => [
    { kind: 'heading', text: `${at + 1}  ${section.title[language]}` },
    ...(section.guidance ? [{ kind: 'paragraph' as const, text: section.guidance[language] }] : []),
    ...section.questions.map((question, place) => block(question, `${at + 1}.${place + 1}`, { answer: answers[section.key]?.[question.key], categories, language })),
  ];
  return [
    { kind: 'title', text: title[language] },
    { kind: 'paragraph', text: `${WORDS.title[language]} · ${markOf(callNumber)}` },
    { kind: 'paragraph', text: WORDS.how[language] },
    ...sections.flatMap(questions),
  ];
}

/** By this a filled document is known to belong to a call. */
export const markOf = (callNumber: string): string => `[${callNumber}]`;

interface Given {
  readonly answer: unknown;
  readonly categories: readonly Category[];
  readonly language: Language;
}

function block(question: Question, number: string, given: Given): Block {
  const title = `${number}  ${question.title[given.language]}`;
  const notes = notesOf(question, given.language);
  if (question.kind === 'table') return { kind: 'grid', title, notes, columns: question.columns.map((column) => column.title[given.language]), rows: rowsOf(question.columns, given.answer) };
  if (question.kind === 'team') return { kind: 'grid', title, notes, columns: TEAM_COLUMNS.map((column) => column.title[given.language]), rows: rowsOf(TEAM_COLUMNS, given.answer) };
  if (question.kind === 'beneficiaries') return { kind: 'grid', title, notes, columns: PEOPLE_COLUMNS.map((column) => column[given.language]), rows: peopleRows(given) };
  return { kind: 'box', title, notes, lines: linesOf(question, given), room: question.kind === 'long_text' ? 6 : 1 };
}

const put = (sentence: Sentence, language: Language, facts: Record<string, number>): string => sentence[language].replace(/\{(\w+)\}/g, (_, key: string) => String(facts[key]));

function notesOf(question: Question, language: Language): string[] {
  const marks = [question.required ? WORDS.required[language] : '', question.visibleWhen ? WORDS.sometimes[language] : '', hintOf(question, language)];
  const limit = question.kind === 'short_text' || question.kind === 'long_text' ? put(WORDS.limit, language, { max: question.limit.max }) : '';
  return [marks.filter(Boolean).join(' · '), question.help?.[language] ?? '', limit].filter(Boolean);
}

function hintOf(question: Question, language: Language): string {
  const { kind } = question;
  if (kind === 'choice') return question.most > 1 ? put(WORDS.most, language, { least: question.least, most: question.most }) : '';
  return kind === 'money' || kind === 'date' || kind === 'budget' || kind === 'file' ? WORDS[kind][language] : '';
}

function linesOf(question: Question, { answer, categories, language }: Given): string[] {
  if (question.kind === 'choice') return choiceLines(question, categories, answer, language);
  if (question.kind === 'money' && typeof answer === 'number') return [yuanText(answer)];
  if (typeof answer === 'number') return [String(answer)];
  return typeof answer === 'string' && answer !== '' ? answer.split('\n') : [];
}

const rowsOf = (columns: readonly TableColumn[], answer: unknown): string[][] => {
  const rows = Array.isArray(answer) ? (answer as Record<string, unknown>[]) : [];
  const filled = rows.map((row) => columns.map(({ key, kind }) => cellText(row[key], kind)));
  return [...filled, ...Array.from({ length: Math.max(1, EMPTY_ROWS - filled.length) }, () => columns.map(() => ''))];
};

export function cellText(value: unknown, kind: TableColumn['kind']): string {
  if (kind === 'money' && typeof value === 'number') return yuanText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const peopleRows = ({ answer, language }: Given): string[][] =>
  PEOPLE_ROWS.map(({ key, title }) => [title[language], cellText((answer as Record<string, unknown> | undefined)?.[key], 'short_text')]);

/** Integer fen as it is typed: `1200`, `12.05`. */
export function yuanText(fen: number): string {
  const cents = String(fen % 100).padStart(2, '0').replace(/0{1,2}$/, '');
  return `${Math.trunc(fen / 100)}${cents ? `.${cents}` : ''}`;
}
