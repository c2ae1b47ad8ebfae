import { api, useCommand, type OpinionsView, type RulingBody } from '../../../api/index.js';
import { ActDialog, StatusMark, useTexts } from '../../../ui/index.js';
import { APPLICATIONS } from '../staff-queries.js';
import { dialogueTexts } from '../texts-dialogue.js';

interface OpinionsLineProps {
  readonly applicationId: string;
  readonly ruleId: string;
  readonly ruleText: string;
  readonly opinions: OpinionsView;
  readonly maySettle: boolean;
}

const TONES = { waiting: 'waiting', agreed: 'done', disagreed: 'late', settled: 'done' } as const;

/** Where several screeners stand on one rule; where they disagree an officer decides. */
export function OpinionsLine({ applicationId, ruleId, ruleText, opinions, maySettle }: OpinionsLineProps) {
  const t = useTexts(dialogueTexts);
  const { state, given, needed, mine } = opinions;
  return (
    <div className="opinions">
      <p>
        <StatusMark tone={TONES[state]} word={state === 'waiting' ? t('opinions', { given, needed }) : t(`opinions_${state}`)} />{' '}
        {mine && opinions.all.length === 0 ? <span className="quiet">{t('mine', { verdict: t(`verdict_${mine.verdict}`) })}</span> : null} {state === 'waiting' && given > 0 && !mine ? <span className="quiet">{t('opinions_hidden')}</span> : null}
      </p>
      <AllOpinions opinions={opinions} />
      {state === 'disagreed' && maySettle ? <Settle applicationId={applicationId} ruleId={ruleId} ruleText={ruleText} opinions={opinions} /> : null}
    </div>
  );
}

function AllOpinions({ opinions: { all } }: Pick<OpinionsLineProps, 'opinions'>) {
  const t = useTexts(dialogueTexts);
  return all.map(({ who, verdict, note }) => (
    <p key={who ?? note} className="quiet">
      {[who, t(`verdict_${verdict}`), note].filter(Boolean).join(' · ')}
    </p>
  ));
}

function Settle({ applicationId, ruleId, ruleText, opinions }: Omit<OpinionsLineProps, 'maySettle'>) {
  const t = useTexts(dialogueTexts);
  const settle = useCommand<RulingBody>({ run: (body, key) => api.screeningRule({ path: { id: applicationId }, body, headers: { 'Idempotency-Key': key } }), refresh: [APPLICATIONS] });
  return (
    <div className="decisions settle">
      <span>{t('settle_lead')}</span>
      {(['passed', 'failed', 'not_applicable'] as const).map((verdict) => (
        <ActDialog key={verdict} label={t(`settle_${verdict}`)} title={t('settle', { verdict: t(`settle_${verdict}`), rule: ruleText })} kind="secondary" reason={{ label: t('settle_reason'), least: 4 }} onAct={(note) => settle.mutateAsync({ ruleId, verdict, note })}>
          <AllOpinions opinions={opinions} />
          <p>{t('settle_what')}</p>
        </ActDialog>
      ))}
    </div>
  );
}
