import { useState } from 'react';
import { api, useCommand, type ContractRecordView, type ProjectDetail } from '../../../api/index.js';
import { ActDialog, ActionButton, Money, PdfView, TextField, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { texts } from '../texts.js';

interface Term {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** An officer sets the term, reads the text over, and issues it. */
export function DrawUp({ project, declined }: { readonly project: ProjectDetail; readonly declined?: ContractRecordView }) {
  const t = useTexts(texts);
  const [term, setTerm] = useState<Term>({ startsOn: declined?.startsOn ?? '', endsOn: declined?.endsOn ?? '' });
  const [shown, setShown] = useState<Term | null>(null);
  const wrong = wrongOf(term, t);
  const issue = useCommand<Term>({
    run: (body, key) => api.contractsDrawUp({ path: { projectId: project.id }, body, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  return (
    <section className="record-part draw-up no-print">
      <h2>{declined ? t('redraw') : t('draw_up')}</h2>
      <p className="quiet">{declined ? t('redraw_what') : t('draw_up_what')}</p>
      {declined?.reason ? <p className="asked-for tone-waiting">{t('declined_because', { reason: declined.reason })}</p> : null}
      <div className="term-fields">
        <TextField label={t('starts_on')} type="date" value={term.startsOn} onChange={(event) => setTerm({ ...term, startsOn: event.target.value })} />
        <TextField label={t('ends_on')} type="date" value={term.endsOn} min={term.startsOn} onChange={(event) => setTerm({ ...term, endsOn: event.target.value })} />
        <div className="field">
          <span className="field-label">{t('amount')}</span>
          <Money fen={project.awardedFen} words={project.awardedInWords} />
        </div>
      </div>
      <div className="act-row">
        <ActionButton kind="secondary" icon="eye" refusal={wrong} onAct={() => setShown(term)}>
          {t('preview')}
        </ActionButton>
        <ActDialog label={t('issue')} refusal={wrong} onAct={() => issue.mutateAsync(term)}>
          <p>{t('issue_follows')}</p>
        </ActDialog>
      </div>
      {shown ? <PdfView src={`/api/projects/${project.id}/contracts/preview?startsOn=${shown.startsOn}&endsOn=${shown.endsOn}`} name={t('preview_name')} /> : null}
    </section>
  );
}

function wrongOf({ startsOn, endsOn }: Term, t: ReturnType<typeof useTexts<(typeof texts)['texts']>>): string | null {
  if (!startsOn || !endsOn) return t('need_days');
  return endsOn > startsOn ? null : t('days_reversed');
}
