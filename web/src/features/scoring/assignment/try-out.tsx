import { InputNumber } from 'antd';
import { useState } from 'react';
import { api, useCommand, type AssignmentView, type BlocOverview, type TryAssignmentBody } from '../../../api/index.js';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import type { PanelPlace } from '../officer/pool-dialog.js';
import { assignmentTexts } from './assignment-texts.js';

interface TryOutProps {
  readonly place: PanelPlace;
  readonly bloc: BlocOverview;
  readonly standing: AssignmentView;
  readonly proposal: AssignmentView | null;
  readonly onProposal: (proposal: AssignmentView | null) => void;
  readonly onFile: () => void;
}

type Region = TryAssignmentBody['region'];

/** Asks for a dry run, and makes it the assignment once it has been looked at. */
export function TryOut({ place, bloc, standing, proposal, onProposal, onFile }: TryOutProps) {
  const t = useTexts(assignmentTexts);
  const [perApplication, setPerApplication] = useState(standing.settings?.perApplication ?? Math.max(1, Math.min(bloc.quorum, standing.judges.length)));
  const [most, setMost] = useState<number | null>(standing.settings?.most ?? null);
  const [region, setRegion] = useState<Region>(standing.settings?.region ?? 'any');
  const settings = { perApplication, region, ...(most === null ? {} : { most }) };
  const tryOut = useCommand<void, AssignmentView>({ run: (_, key) => api.assignmentTryOut({ path: { ...place }, body: settings, headers: { 'Idempotency-Key': key } }), onDone: onProposal });
  const commit = useCommand<AssignmentView, AssignmentView>({
    run: (view, key) => api.assignmentCommit({ path: { ...place }, body: { ...bodyOf(view), mark: view.mark! }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: () => onProposal(null),
  });
  const error = commit.error ?? tryOut.error;
  return (
    <>
      <form className="assignment-form" onSubmit={(event) => { event.preventDefault(); tryOut.mutate(); }}>
        <div className="field">
          <label htmlFor={`each-${place.blocKey}`}>{t('per_application')}</label>
          <InputNumber id={`each-${place.blocKey}`} min={1} max={15} precision={0} value={perApplication} onChange={(value) => setPerApplication(value ?? 1)} />
        </div>
        <div className="field">
          <label htmlFor={`most-${place.blocKey}`}>{t('most')}</label>
          <InputNumber id={`most-${place.blocKey}`} min={1} max={5000} precision={0} placeholder={t('most_hint')} value={most} onChange={setMost} />
        </div>
        <div className="field">
          <label htmlFor={`region-${place.blocKey}`}>{t('region')}</label>
          <select className="input" id={`region-${place.blocKey}`} value={region} onChange={(event) => setRegion(event.target.value as Region)}>
            <option value="any">{t('region_any')}</option>
            <option value="elsewhere">{t('region_elsewhere')}</option>
          </select>
        </div>
        <p className="assignment-acts">
          <button type="submit" className={`button ${proposal ? '' : 'primary'}`} aria-disabled={tryOut.isPending}>
            {proposal ? t('try_again') : t('try_out')}
          </button>
          {proposal ? (
            <>
              <button type="button" className="button primary" aria-disabled={commit.isPending} onClick={() => (commit.isPending ? undefined : commit.mutate(proposal))}>
                {t('commit')}
              </button>
              <button type="button" className="link-button" onClick={() => onProposal(null)}>
                {t('discard')}
              </button>
            </>
          ) : (
            <button type="button" className="button" onClick={onFile}>
              {t('file')}
            </button>
          )}
        </p>
      </form>
      {error ? <ErrorNote error={error} /> : null}
    </>
  );
}

/** Exactly the settings that the dry run was made with. */
const bodyOf = ({ settings }: AssignmentView): TryAssignmentBody => ({ perApplication: settings!.perApplication, region: settings!.region, ...(settings!.most === null ? {} : { most: settings!.most }) });
