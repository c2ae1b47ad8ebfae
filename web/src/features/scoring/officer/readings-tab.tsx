import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, useCommand, type ProgressRow } from '../../../api/index.js';
import { ActDialog, ActionButton, Empty, ErrorNote, formatInstant, useTexts } from '../../../ui/index.js';
import { progressQuery, readingsQuery } from '../queries.js';
import { readingsTexts } from './readings-texts.js';

interface ReadingsTabProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly mine: boolean;
}

/** What machines have read out of applications: attached by staff, seen by judges, counted by nothing. */
export function ReadingsTab({ callId, stageKey, mine }: ReadingsTabProps) {
  const t = useTexts(readingsTexts);
  const { data, error, refetch } = useQuery(readingsQuery(callId));
  const applications = useQuery(progressQuery(callId, stageKey)).data?.applications ?? [];
  const [adding, setAdding] = useState(false);
  const withdraw = useCommand<string, unknown>({ run: (id, key) => api.readingsWithdraw({ path: { id }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']] });
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  const nameOf = (id: string) => applications.find(({ applicationId }) => applicationId === id);
  return (
    <>
      <p className="quiet">{t('what')}</p>
      {data.length === 0 ? <Empty why={t('none')} what={t('none_what')} /> : null}
      {data.map(({ id, applicationId, source, body, attachedAt }) => (
        <article key={id} className="reading-row">
          <p>
            <strong>{nameOf(applicationId)?.projectName}</strong> <span className="quiet figures">{nameOf(applicationId)?.number}</span>
          </p>
          <p className="quiet">
            {source} · <span className="figures">{formatInstant(new Date(attachedAt))}</span>
          </p>
          <p className="reading-body">{body}</p>
          {mine ? <ActDialog label={t('withdraw')} kind="secondary" title={t('withdraw_title')} onAct={() => withdraw.mutateAsync(id)} /> : null}
        </article>
      ))}
      {mine ? (
        <ActionButton kind="secondary" icon="plus" onAct={() => setAdding(true)}>
          {t('attach')}
        </ActionButton>
      ) : null}
      {adding ? <Attach callId={callId} applications={applications} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Attach({ callId, applications, onClose }: { readonly callId: string; readonly applications: readonly ProgressRow[]; readonly onClose: () => void }) {
  const t = useTexts(readingsTexts);
  const [application, setApplication] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const [body, setBody] = useState('');
  const attach = useCommand<void, unknown>({
    run: (_, key) => api.readingsAttach({ path: { callId }, body: { applicationId: application ?? '', source: source.trim(), body: body.trim() }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: onClose,
  });
  const ready = application !== null && source.trim().length >= 2 && body.trim().length >= 2;
  return (
    <Modal open title={t('attach')} okText={t('attach')} okButtonProps={{ disabled: !ready }} confirmLoading={attach.isPending} onOk={() => attach.mutate()} onCancel={onClose}>
      <p>{t('attach_what')}</p>
      <div className="field">
        <label htmlFor="reading-application">{t('application')}</label>
        <Select id="reading-application" showSearch optionFilterProp="label" style={{ width: '100%' }} value={application} onChange={setApplication} options={applications.map(({ applicationId, number, projectName }) => ({ value: applicationId, label: `${number} ${projectName}` }))} />
      </div>
      <div className="field">
        <label htmlFor="reading-source">{t('source')}</label>
        <Input id="reading-source" maxLength={120} value={source} onChange={(event) => setSource(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor="reading-body">{t('body')}</label>
        <Input.TextArea id="reading-body" rows={6} maxLength={8000} value={body} onChange={(event) => setBody(event.target.value)} />
      </div>
      {attach.isError ? <ErrorNote error={attach.error} /> : null}
    </Modal>
  );
}
