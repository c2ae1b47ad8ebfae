import { Input, Modal } from 'antd';
import { useState } from 'react';
import { api, useCommand, type AssignmentFileView } from '../../../api/index.js';
import { ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import type { PanelPlace } from '../officer/pool-dialog.js';
import { assignmentTexts } from './assignment-texts.js';

interface FileDialogProps {
  readonly place: PanelPlace;
  readonly onClose: () => void;
  readonly onWritten: () => void;
}

/** Pairs from a table: checked line by line, then written as a whole or not at all. */
export function FileDialog({ place, onClose, onWritten }: FileDialogProps) {
  const t = useTexts(assignmentTexts);
  const [text, setText] = useState('');
  const send = useCommand<boolean, AssignmentFileView>({
    run: (write, key) => api.assignmentFile({ path: { ...place }, body: { text, write }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: ({ written }) => (written ? onWritten() : undefined),
  });
  const checked = send.data;
  const ready = checked && !checked.written && checked.faults.length === 0 && checked.accepted > 0;
  const change = (value: string) => {
    setText(value);
    send.reset();
  };
  const ok = checked?.written ? t('close') : ready ? t('file_write', { count: checked.accepted }) : t('file_check');
  return (
    <Modal open width={920} title={t('file')} okText={ok} cancelText={t('cancel')} confirmLoading={send.isPending} okButtonProps={{ disabled: text.trim() === '' }} onOk={() => (checked?.written ? onClose() : send.mutate(Boolean(ready)))} onCancel={onClose}>
      <p>{t('file_what')}</p>
      <p className="assignment-file">
        <label className="button">
          {t('file_choose')}
          <input className="visually-hidden" type="file" accept=".csv,.txt,.tsv,text/csv" onChange={(event) => {
            void event.target.files?.[0]?.text().then(change);
            event.target.value = '';
          }} />
        </label>
      </p>
      <div className="field">
        <label htmlFor="file-text">{t('file_text')}</label>
        <Input.TextArea id="file-text" rows={14} className="figures" value={text} onChange={(event) => change(event.target.value)} />
      </div>
      {send.error ? <ErrorNote error={send.error} /> : null}
      {checked ? <Outcome outcome={checked} /> : null}
    </Modal>
  );
}

function Outcome({ outcome: { accepted, written, faults } }: { readonly outcome: AssignmentFileView }) {
  const t = useTexts(assignmentTexts);
  const say = useSay();
  if (faults.length === 0) return <p role="status" className={accepted > 0 ? 'tone-done' : 'tone-late'}>{accepted === 0 ? t('file_empty') : written ? t('file_written', { count: accepted }) : t('file_ok', { count: accepted })}</p>;
  return (
    <div role="status">
      <p className="tone-late">{t('file_faults', { count: faults.length })}</p>
      <ol className="assignment-faults">
        {faults.map(({ line, sentence }) => (
          <li key={line}>
            <strong className="figures">{t('line', { line })}</strong> {say(sentence)}
          </li>
        ))}
      </ol>
    </div>
  );
}
