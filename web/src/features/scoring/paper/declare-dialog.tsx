import { Modal } from 'antd';
import { useState } from 'react';
import { api, useCommand, type PaperSeatView, type PaperVerdictBody } from '../../../api/index.js';
import { ActionButton, ErrorNote, useSentFiles, useTexts } from '../../../ui/index.js';
import { paperTexts } from './paper-texts.js';
import { ScanField } from './scan-field.js';

type Verdict = PaperVerdictBody['verdict'];
const VERDICTS: readonly Verdict[] = ['none', 'has', 'unsure'];

/** What a guest declared and signed, line by line, with the scan that shows it. */
export function DeclareDialog({ callId, seat, onClose }: { readonly callId: string; readonly seat: PaperSeatView; readonly onClose: () => void }) {
  const t = useTexts(paperTexts);
  const open = seat.rows.filter(({ conflict }) => conflict === null || conflict === 'none');
  const [given, setGiven] = useState<Readonly<Record<string, Verdict>>>({});
  const files = useSentFiles();
  const [scanId] = files.ids;
  const due = open.filter(({ applicationId, conflict }) => conflict === null && given[applicationId] === undefined).length;
  const declare = useCommand<void, unknown>({
    run: (_, key) => api.paperSeatsDeclare({ path: { callId, seatId: seat.seatId }, body: { scanId: scanId!, declared: Object.entries(given).map(([applicationId, verdict]) => ({ applicationId, verdict })) }, headers: { 'Idempotency-Key': key } }),
    refresh: [['scoring']], onDone: onClose,
  });
  return (
    <Modal open width={760} title={t('declare_title', { name: seat.name })} footer={null} onCancel={onClose}>
      <p className="quiet">{t('declare_what')}</p>
      <div className="paper-table-scroll">
        <table className="paper-verdicts">
          <tbody>
            {open.map(({ applicationId, projectName, number, conflict }) => (
              <tr key={applicationId}>
                <th scope="row">{projectName} <span className="quiet figures">{number}</span></th>
                <td role="radiogroup" aria-label={projectName}>
                  {VERDICTS.map((verdict) => (
                    <label key={verdict}>
                      <input type="radio" name={`declared-${applicationId}`} checked={(given[applicationId] ?? conflict) === verdict} onChange={() => setGiven((now) => ({ ...now, [applicationId]: verdict }))} />
                      {t(`v_${verdict}`)}
                    </label>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ScanField field={files.field} />
      {declare.error ? <ErrorNote error={declare.error} /> : null}
      <ActionButton onAct={() => declare.mutate()} busy={declare.isPending} refusal={due > 0 ? t('all_due', { count: due }) : scanId ? null : t('scan_due')}>{t('declare_do')}</ActionButton>
    </Modal>
  );
}
