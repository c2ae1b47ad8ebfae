import { api, useCommand, type AssignmentPinView, type AssignmentView } from '../../../api/index.js';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import type { PanelPlace } from '../officer/pool-dialog.js';
import { assignmentTexts } from './assignment-texts.js';

interface PinListProps {
  readonly view: AssignmentView;
  readonly place: PanelPlace;
  readonly mine: boolean;
  readonly onDone: () => void;
}

/** What was decided by hand, and the way back. */
export function PinList({ view, place, mine, onDone }: PinListProps) {
  const t = useTexts(assignmentTexts);
  const release = useCommand<AssignmentPinView, unknown>({
    run: ({ seatId, applicationId }, key) => api.assignmentEdit({ path: { ...place }, body: { seatId, applicationId, verdict: 'free', reason: t('released_reason') }, headers: { 'Idempotency-Key': key } }),
    refresh: [['scoring']], onDone,
  });
  if (view.pins.length === 0) return null;
  const judgeOf = (id: string) => view.judges.find(({ seatId }) => seatId === id)?.name ?? '';
  const projectOf = (id: string) => view.rows.find(({ applicationId }) => applicationId === id)?.projectName ?? '';
  return (
    <section className="assignment-pins">
      <h2>{t('pins', { count: view.pins.length })}</h2>
      <ul>
        {view.pins.map((pin) => (
          <li key={`${pin.seatId} ${pin.applicationId}`}>
            <span>{t('pin_line', { judge: judgeOf(pin.seatId), project: projectOf(pin.applicationId), verdict: t(pin.verdict === 'must' ? 'pin_must' : 'pin_never') })}</span>
            <span className="quiet">{pin.reason} · {pin.setBy}</span>
            {mine ? <button type="button" className="link-button" onClick={() => release.mutate(pin)}>{t('release')}</button> : null}
          </li>
        ))}
      </ul>
      {release.error ? <ErrorNote error={release.error} /> : null}
    </section>
  );
}
