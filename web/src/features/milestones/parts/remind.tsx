import { api, useCommand, type MilestoneDetail, type ReminderView } from '../../../api/index.js';
import { ActDialog, formatInstant, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { texts } from '../texts.js';

/** What is late is asked for; whoever did so last stands beside it, so that nobody is asked twice a day. */
export function Remind({ report, reminder }: { readonly report: MilestoneDetail; readonly reminder: ReminderView }) {
  const t = useTexts(texts);
  const say = useSay();
  const remind = useCommand<void, unknown>({ run: (_, key) => api.milestonesRemind({ path: { id: report.id }, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  return (
    <section className="record-part no-print">
      <h2>{t('remind_title')}</h2>
      <p className="quiet">
        {t('remind_lead')} {reminder.sentAt ? t('reminded', { when: formatInstant(new Date(reminder.sentAt)) }) : ''}
      </p>
      <div className="act-row">
        <ActDialog label={t('remind')} icon="bell" refusal={reminder.refusal ? say(reminder.refusal) : null} onAct={() => remind.mutateAsync()}>
          <p>{t('remind_lead')}</p>
        </ActDialog>
      </div>
    </section>
  );
}
