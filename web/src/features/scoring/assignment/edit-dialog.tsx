import { Input, Modal } from 'antd';
import { useState } from 'react';
import { api, useCommand, type AssignmentRowView, type AssignmentView, type EditAssignmentBody } from '../../../api/index.js';
import { ErrorNote, useMarks, useTexts } from '../../../ui/index.js';
import { useAlias } from '../alias.js';
import type { PanelPlace } from '../officer/pool-dialog.js';
import { assignmentTexts } from './assignment-texts.js';

interface EditDialogProps {
  readonly place: PanelPlace;
  readonly view: AssignmentView;
  readonly row: AssignmentRowView;
  readonly onClose: () => void;
}

const VERDICTS = ['must', 'never', 'free'] as const;

/** One pair, decided by hand: it holds at once and in every later run. */
export function EditDialog({ place, view, row, onClose }: EditDialogProps) {
  const marks = useMarks();
  const aliased = useAlias();
  const t = useTexts(assignmentTexts);
  const [seatId, setSeatId] = useState('');
  const [verdict, setVerdict] = useState<EditAssignmentBody['verdict']>('must');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const edit = useCommand<void, unknown>({
    run: (_, key) => api.assignmentEdit({ path: { ...place }, body: { seatId, applicationId: row.applicationId, verdict, reason: reason.trim() }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: onClose,
  });
  const lacking = seatId === '' || [...reason.trim()].length < 2;
  const send = () => {
    setTried(true);
    if (!lacking) edit.mutate();
  };
  return (
    <Modal open width={680} title={t('edit_title', { project: row.projectName })} okText={t('save_edit')} cancelText={t('cancel')} confirmLoading={edit.isPending} onOk={send} onCancel={onClose}>
      <p className="quiet">{t('edit_what')}</p>
      <div className="field">
        <label htmlFor="edit-judge">{t('edit_judge')}</label>
        <select className="input" id="edit-judge" value={seatId} onChange={(event) => setSeatId(event.target.value)}>
          <option value="">{t('edit_choose')}</option>
          {view.judges.map((judge) => (
            <option key={judge.seatId} value={judge.seatId}>
              {judge.name + marks.aside(t(row.experts.some((one) => one.seatId === judge.seatId) ? 'edit_here' : 'edit_load', { alias: aliased(judge.alias), count: judge.load }))}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="field assignment-verdict">
        <legend>{t('edit_verdict')}</legend>
        {VERDICTS.map((one) => (
          <label key={one}>
            <input type="radio" name="verdict" checked={verdict === one} onChange={() => setVerdict(one)} /> {t(`v_${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="edit-reason">{t('reason')}</label>
        <Input.TextArea id="edit-reason" rows={4} maxLength={500} value={reason} status={tried && lacking ? 'error' : ''} onChange={(event) => setReason(event.target.value)} />
        {tried && lacking ? <span className="wrong">{t('reason_due')}</span> : null}
      </div>
      {edit.error ? <ErrorNote error={edit.error} /> : null}
    </Modal>
  );
}
