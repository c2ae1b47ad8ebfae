import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useRef, useState } from 'react';
import { uploadFile, type FormUploadedView, type PaperSeatView } from '../../../api/index.js';
import { ActionButton, ErrorNote, useAttempt, useMarks, useSay, useSentFiles, useTexts } from '../../../ui/index.js';
import { paperTexts } from './paper-texts.js';
import { ScanField } from './scan-field.js';

/** A guest's own workbook, with the scan of what she signed; each line says what became of it. */
export function FormDialog({ callId, seat, onClose }: { readonly callId: string; readonly seat: PaperSeatView; readonly onClose: () => void }) {
  const t = useTexts(paperTexts);
  const queries = useQueryClient();
  const files = useSentFiles();
  const chosen = useRef<HTMLInputElement>(null);
  const { busy, error, attempt } = useAttempt();
  const [taken, setTaken] = useState<FormUploadedView | null>(null);
  const [scanId] = files.ids;
  const take = (file: File | undefined) =>
    file && void attempt(async () => {
      setTaken(await uploadFile<FormUploadedView>(`/api/calls/${callId}/paper-seats/${seat.seatId}/form?scanId=${scanId}`, file));
      await queries.invalidateQueries({ queryKey: ['scoring'] });
    });
  return (
    <Modal open width={640} title={`${t('form_take')} · ${seat.name}`} footer={null} onCancel={onClose}>
      <p className="quiet">{t('form_what')}</p>
      <ScanField field={files.field} />
      <ActionButton onAct={() => chosen.current?.click()} busy={busy} refusal={scanId ? null : t('scan_due')}>{t('form_do')}</ActionButton>
      <input ref={chosen} type="file" accept=".xlsx,.docx" hidden aria-label={t('form_file')} onChange={(event) => {
        take(event.target.files?.[0]);
        event.target.value = '';
      }} />
      {error ? <ErrorNote error={error} /> : null}
      {taken ? <Taken taken={taken} /> : null}
    </Modal>
  );
}

function Taken({ taken }: { readonly taken: FormUploadedView }) {
  const t = useTexts(paperTexts);
  const say = useSay();
  const marks = useMarks();
  return (
    <div role="status">
      <p className={taken.saved > 0 ? 'tone-done done-word' : 'tone-waiting'}>{t('form_saved', { count: taken.saved })}</p>
      <ul className="paper-lines">
        {taken.lines.map((line) => (
          <li key={line.line} className={line.outcome === 'refused' ? 'tone-late' : ''}>
            {t('line', { line: line.line })} {line.projectName} <span className="quiet figures">{line.number}</span>{marks.colon}{t(`o_${line.outcome}`)}{line.reason ? marks.aside(say(line.reason)) : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}
