import type { ApplicationDetail, DialogueView, Rulebook } from '../../../api/index.js';
import type { PageStatus } from '../../../ui/index.js';
import type { staffTexts } from '../texts-staff.js';
import { toneOfStatus } from './status.js';

type Told = (key: keyof (typeof staffTexts)['texts'], facts?: Record<string, string>) => string;

interface Saying {
  readonly t: unknown;
  readonly language: 'zh' | 'en';
}

/** Where the application stands for those who screen it. */
export function statusOfApplication(application: ApplicationDetail, book: Rulebook, saying: Saying, dialogue?: DialogueView): PageStatus {
  const { status, label, reason, returned, outcome } = application;
  const { language } = saying;
  const t = saying.t as Told;
  const head = { word: label[language], tone: toneOfStatus(status) };
  if (status === 'submitted') return { ...head, ...whileScreened(application, book, t, dialogue) };
  if (status === 'returned' && returned) return { ...head, now: t('now_returned', { sections: openedNames(returned, book, saying) }), by: String(returned.dueAt), who: t('who_applicant') };
  if (status === 'eligible') return { ...head, now: t('now_eligible') };
  if (status === 'ineligible' && dialogue?.appeals.some((appeal) => appeal.status === 'lodged')) return { ...head, tone: 'waiting', now: t('now_appealed'), who: t('who_officer') };
  if (status === 'ineligible') return { ...head, now: t('now_ineligible', { reason: reason ?? '' }) };
  if (status === 'awarded') return { ...head, now: t(outcome?.confirmed ? 'now_award_confirmed' : 'now_award_open') };
  return { ...head, now: t('now_else') };
}

/** Until when it is to be decided: by the clock of the screening, or else by the end of the stage; while something is asked for, by when that is due. */
function whileScreened({ partners, correction }: ApplicationDetail, { stages }: Rulebook, t: Told, dialogue?: DialogueView): Partial<PageStatus> {
  const left = partners.find(({ consent }) => consent === 'left');
  const awaited = dialogue?.supplements.find(({ state }) => state === 'awaited');
  if (awaited && !left) return { now: t('now_supplement'), by: String(awaited.dueAt), who: t('who_applicant') };
  const dueAt = dialogue?.clock?.dueAt ?? stages.find(({ kind }) => kind === 'screening')?.closesAt;
  const due = { ...(dueAt ? { by: String(dueAt) } : {}), who: t('who_screener') };
  return left ? { tone: 'late', now: t('now_party_left', { name: left.name }), ...due } : { now: t(correction ? 'now_corrected' : 'now_submitted'), ...due };
}

function openedNames({ sections, parties }: NonNullable<ApplicationDetail['returned']>, book: Rulebook, { t, language }: Saying): string {
  const names = [...(parties ? [(t as Told)('return_parties')] : []), ...(sections.length > 0 ? [sectionNames(sections, book, language)] : [])];
  return names.join(language === 'zh' ? '、' : ', ');
}

export function sectionNames(keys: readonly string[], book: Rulebook, language: 'zh' | 'en'): string {
  const titles = keys.map((key) => book.form.sections.find((section) => section.key === key)?.title[language] ?? key);
  return titles.join(language === 'zh' ? '、' : ', ');
}
