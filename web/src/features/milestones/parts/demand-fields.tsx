import { TextAreaField, TextField, useServerNow, useTexts, formatInstant } from '../../../ui/index.js';
import { mendingTexts } from '../texts-mending.js';

export interface Demand {
  readonly demand: string;
  readonly dueOn: string;
}

interface DemandFieldsProps {
  readonly value: Demand;
  readonly tried: boolean;
  readonly onChange: (change: Partial<Demand>) => void;
}

/** What is missing before an order can be given, or null; `today` in Beijing. */
export const faultOf = ({ demand, dueOn }: Demand, today: string): 'need_demand' | 'need_due' | null =>
  [...demand.trim()].length < 4 ? 'need_demand' : dueOn > today ? null : 'need_due';

export const useToday = (): string => formatInstant(new Date(useServerNow(600_000)), 'day');

/** What is to be mended, and the last day for it. */
export function DemandFields({ value, tried, onChange }: DemandFieldsProps) {
  const t = useTexts(mendingTexts);
  const today = useToday();
  const fault = tried ? faultOf(value, today) : null;
  return (
    <>
      <TextAreaField label={t('demand')} hint={t('demand_hint')} rows={4} maxLength={2000} value={value.demand} onChange={(event) => onChange({ demand: event.target.value })} wrong={fault === 'need_demand' ? t('need_demand') : undefined} />
      <div className="mending-day">
        <TextField label={t('due_on')} type="date" min={today} value={value.dueOn} onChange={(event) => onChange({ dueOn: event.target.value })} wrong={fault === 'need_due' ? t('need_due') : undefined} />
      </div>
    </>
  );
}
