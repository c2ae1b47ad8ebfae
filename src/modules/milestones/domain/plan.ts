import { addDays, type CalendarBook, type Day } from '#libs/calendar';
import type { Milestone as MilestoneRule } from '#modules/calls';

/** Days in Asia/Shanghai. */
export interface ProjectTerm {
  readonly signedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface PlannedMilestone {
  readonly rule: MilestoneRule;
  readonly ordinal: number;
  readonly dueOn: string;
}

/**
 * When each thing is due. A monthly one is due on its day in every month that begins inside the project's term. A project that ends next
 * year is planned before its holidays are announced.
 */
export function planMilestones(rules: readonly MilestoneRule[], term: ProjectTerm, calendar: CalendarBook): PlannedMilestone[] {
  return rules.flatMap((rule) => dueDays(rule, term, calendar).map((dueOn, at) => ({ rule, ordinal: at + 1, dueOn })));
}

function dueDays({ due }: MilestoneRule, term: ProjectTerm, calendar: CalendarBook): string[] {
  if (due.kind === 'on') return [due.day];
  if (due.kind === 'monthly') return months(term, due.dayOfMonth);
  const start = eventDay(due.event, term) as Day;
  const { days, unit, countFirstDay } = due.term;
  return [calendar.foreseen().period({ start, days, unit, countFirstDay }).last];
}

function eventDay(event: 'contract_signed' | 'project_start' | 'project_midpoint' | 'project_end', { signedOn, startsOn, endsOn }: ProjectTerm): string {
  if (event === 'contract_signed') return signedOn;
  if (event === 'project_midpoint') return addDays(startsOn as Day, Math.floor((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 / 2));
  return event === 'project_start' ? startsOn : endsOn;
}

/** The table of a month is due in the month after. */
function months({ startsOn, endsOn }: ProjectTerm, dayOfMonth: number): string[] {
  const days: string[] = [];
  let [year, month] = startsOn.split('-').map(Number) as [number, number];
  for (;;) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    const day = `${year}-${String(month).padStart(2, '0')}-${String(Math.min(dayOfMonth, new Date(Date.UTC(year, month, 0)).getUTCDate())).padStart(2, '0')}`;
    if (day > addDays(endsOn as Day, 31)) return days;
    days.push(day);
    if (day > endsOn) return days;
  }
}
