import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { api, useCommand, type CalibrationView } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import { calibrationTexts } from '../calibration/calibration-texts.js';
import { SpreadTable } from '../calibration/spread-table.js';
import { calibrationChoicesQuery, calibrationQuery } from '../queries.js';

interface CalibrationTabProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly mine: boolean;
}

/** One application of an earlier call for each panel, and how the panel spreads on it. */
export function CalibrationTab({ callId, stageKey, mine }: CalibrationTabProps) {
  const t = useTexts(calibrationTexts);
  const { data, error, refetch } = useQuery(calibrationQuery(callId, stageKey));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <>
      <p className="quiet">{t('officer_what')}</p>
      {data.map((panel) => (
        <Panel key={panel.blocKey} callId={callId} panel={panel} mine={mine} />
      ))}
    </>
  );
}

function Panel({ callId, panel, mine }: { readonly callId: string; readonly panel: CalibrationView; readonly mine: boolean }) {
  const say = useSay();
  const t = useTexts(calibrationTexts);
  const [choosing, setChoosing] = useState(false);
  return (
    <section className="calibration-panel">
      <h2>{say(panel.blocTitle)}</h2>
      <p>{panel.projectName ? `${panel.projectName} · ${panel.number ?? ''}` : t('none')}</p>
      {panel.projectName ? <SpreadTable spread={panel.spread} /> : null}
      {mine && panel.spread.submitted === 0 ? (
        <ActionButton kind="secondary" onAct={() => setChoosing(true)}>
          {t(panel.projectName ? 'choose_other' : 'choose')}
        </ActionButton>
      ) : null}
      {choosing ? <Choose callId={callId} panel={panel} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

function Choose({ callId, panel: { stageKey, blocKey }, onClose }: { readonly callId: string; readonly panel: CalibrationView; readonly onClose: () => void }) {
  const t = useTexts(calibrationTexts);
  const { data = [], isPending } = useQuery(calibrationChoicesQuery(callId));
  const [chosen, setChosen] = useState<string | null>(null);
  const set = useCommand<string, unknown>({ run: (applicationId, key) => api.calibrationSet({ path: { callId, stageKey, blocKey }, body: { applicationId }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: onClose });
  return (
    <Modal open title={t('choose')} okText={t('set')} okButtonProps={{ disabled: chosen === null }} confirmLoading={set.isPending} onOk={() => (chosen ? set.mutate(chosen) : undefined)} onCancel={onClose}>
      {!isPending && data.length === 0 ? <Empty why={t('choices_none')} what={t('choices_none_what')} /> : null}
      <label htmlFor="calibration-choice">{t('choice')}</label>
      <Select id="calibration-choice" showSearch optionFilterProp="label" style={{ width: '100%' }} value={chosen} onChange={setChosen} options={data.map(({ applicationId, number, projectName }) => ({ value: applicationId, label: `${number} ${projectName}` }))} />
      {set.isError ? <ErrorNote error={set.error} /> : null}
    </Modal>
  );
}
