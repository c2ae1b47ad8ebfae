import { api, useCommand, type OpinionsView, type RulingBody } from '../../../api/index.js';
import { ActDialog, StatusMark, useTexts } from '../../../ui/index.js';
import { APPLICATIONS } from '../staff-queries.js';
import { dialogueTexts } from '../texts-dialogue.js';

interface OpinionsLineProps {
  readonly applicationId: string;
  readonly ruleId: string;
  readonly opinions: OpinionsView;
  readonly maySettle: boolean;
}

const TONES = { waiting: 'waiting', agreed: 'done', disagreed: 'late', settled: 'done' } as const;

/** Where several screeners stand on one rule; where they disagree an officer decides. */
export function OpinionsLine({ applicationId, ruleId, opinions, maySettle }: OpinionsLineProps) {
  const t = useTexts(dialogueTexts);
  const { state, given, needed, mine, all } = opinions;
  return (
    <div className="opinions">
      <p>
        <StatusMark tone={TONES[state]} word={state === 'waiting' ? t('opinions', { given, needed }) : t(`opinions_${state}`)} />{' '}
        {mine ? <span className="quiet">{t('mine', { verdict: t(`verdict_${mine.verdict}`) })}</span> : null} {state === 'waiting' && given > 0 && !mine ? <span className="quiet">{t('opinions_hidden')}</span> : null}
      </p>
      {all.map(({ who, verdict, note }) => (
        <p key={who ?? note} className="quiet">
          {[who, t(`verdict_${verdict}`), note].filter(Boolean).join(' · ')}
        </p>
      ))}
      {state === 'disagreed' && maySettle ? <Settle applicationId={applicationId} ruleId={ruleId} /> : null}
    </div>
  );
}

function Settle({ applicationId, ruleId }: { readonly applicationId: string; readonly ruleId: string }) {
  const t = useTexts(dialogueTexts);
  const settle = useCommand<RulingBody>({ run: (body, key) => api.screeningRule({ path: { id: applicationId }, body, headers: { 'Idempotency-Key': key } }), refresh: [APPLICATIONS] });
  return (
    <div className="decisions">
      {(['passed', 'failed', 'not_applicable'] as const).map((verdict) => (
        <ActDialog key={verdict} label={t(`verdict_${verdict}`)} title={t('settle')} kind="secondary" reason={{ label: t('settle_reason'), least: 4 }} onAct={(note) => settle.mutateAsync({ ruleId, verdict, note })}>
          <p>{t('settle_what')}</p>
        </ActDialog>
      ))}
    </div>
  );
}
