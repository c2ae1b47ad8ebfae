import { api, useCommand, type JudgingView, type SheetView } from '../../../api/index.js';
import { ActDialog, Icon, useTexts } from '../../../ui/index.js';
import { sheetTexts } from './sheet-texts.js';
import type { SheetState } from './sheet-keeper.js';

/** No conflict, and yet she cannot judge it. */
export function AbstainButton({ view, state }: { readonly view: JudgingView; readonly state: SheetState }) {
  const t = useTexts(sheetTexts);
  const { seatId, applicationId } = view;
  const abstain = useCommand<string, SheetView>({
    run: (reason, key) => api.ownSheetsAbstain({ path: { seatId, applicationId }, body: { reason, version: state.sheet.version }, headers: { 'Idempotency-Key': key } }), refresh: [['judging']],
  });
  return (
    <ActDialog label={t('abstain')} kind="secondary" title={t('abstain_title', { project: view.projectName })} confirm={t('abstain_do')} reason={{ label: t('abstain_why'), least: 2 }} onAct={(reason) => abstain.mutateAsync(reason)}>
      <p>{t('abstain_what')}</p>
    </ActDialog>
  );
}

export function AbstainedNote() {
  const t = useTexts(sheetTexts);
  return (
    <div className="judge-note tone-quiet" role="status">
      <Icon name="minus" />
      <div>
        <p className="what">{t('abstained')}</p>
        <p>{t('abstained_what')}</p>
      </div>
    </div>
  );
}
