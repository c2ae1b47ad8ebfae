import { useState, type ReactNode } from 'react';
import { api, useCommand, type BlindFilesDecidedView, type BlindFileView } from '../../../api/index.js';
import { ActDialog, Icon, useSay, useTexts } from '../../../ui/index.js';
import { blindFilesTexts } from './blind-files-texts.js';

interface OfStage {
  readonly callId: string;
  readonly stageKey: string;
}

const REFRESH = [['scoring', 'blind-files']];

export function DecideOne({ callId, stageKey, file }: OfStage & { readonly file: BlindFileView }) {
  const t = useTexts(blindFilesTexts);
  const shown = !file.shown;
  const decide = useCommand<string, unknown>({ run: (reason, key) => api.blindFilesDecide({ path: { callId, stageKey, documentId: file.documentId }, body: { shown, reason }, headers: { 'Idempotency-Key': key } }), refresh: REFRESH });
  return (
    <ActDialog label={t(shown ? 'show' : 'withhold')} kind="secondary" reason={{ label: t('reason'), hint: t('reason_hint'), least: 2 }} onAct={(reason) => decide.mutateAsync(reason)}>
      <p>{t('show_what')}</p>
    </ActDialog>
  );
}

interface DecideManyProps extends OfStage {
  readonly files: readonly BlindFileView[];
  readonly onClear: () => void;
  readonly children: ReactNode;
}

interface Answer {
  readonly decided: BlindFilesDecidedView;
  readonly shown: boolean;
}

/** What was chosen is decided with one reason; afterwards every file says what became of it. */
export function DecideMany({ callId, stageKey, files, onClear, children }: DecideManyProps) {
  const t = useTexts(blindFilesTexts);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const documentIds = files.map(({ documentId }) => documentId);
  const decide = useCommand<{ shown: boolean; reason: string }, BlindFilesDecidedView>({
    run: (body, key) => api.blindFilesDecideMany({ path: { callId, stageKey }, body: { ...body, documentIds }, headers: { 'Idempotency-Key': key } }), refresh: REFRESH,
  });
  const act = (shown: boolean) => async (reason: string) => {
    const decided = await decide.mutateAsync({ shown, reason });
    setAnswer({ decided, shown });
    onClear();
  };
  return (
    <>
      <div className="blind-bar no-print">
        {children}
        {files.length > 0 ? (
          <>
            <span className="figures">{t('chosen', { count: files.length })}</span>
            {([true, false] as const).map((shown) => (
              <ActDialog key={String(shown)} label={t(shown ? 'show_chosen' : 'withhold_chosen')} title={t(shown ? 'show_many' : 'withhold_many', { count: files.length })} kind="secondary" reason={{ label: t('reason'), hint: t('reason_hint'), least: 2 }} onAct={act(shown)}>
                <p>{t('show_what_many')}</p>
                <ul className="blind-named">
                  {files.map(({ documentId, name, projectName }) => (
                    <li key={documentId}>{name} <span className="quiet">{projectName}</span></li>
                  ))}
                </ul>
              </ActDialog>
            ))}
            <button type="button" className="link-button" onClick={onClear}>{t('choose_none')}</button>
          </>
        ) : null}
      </div>
      {answer ? <Outcomes answer={answer} onClose={() => setAnswer(null)} /> : null}
    </>
  );
}

function Outcomes({ answer: { decided, shown }, onClose }: { readonly answer: Answer; readonly onClose: () => void }) {
  const t = useTexts(blindFilesTexts);
  const say = useSay();
  const fileOf = (id: string) => decided.files.find(({ documentId }) => documentId === id);
  const done = decided.outcomes.filter(({ refusal }) => refusal === null).length;
  return (
    <section className="blind-outcomes" role="status">
      <p>
        <strong>{t(shown ? 'done_shown' : 'done_withheld', { done, of: decided.outcomes.length })}</strong>{' '}
        <button type="button" className="link-button" onClick={onClose}>{t('close')}</button>
      </p>
      <ul>
        {decided.outcomes.map(({ documentId, refusal }) => (
          <li key={documentId} className={`tone-${refusal ? 'late' : 'done'}`}>
            <Icon name={refusal ? 'cross' : 'check'} />
            <span>{fileOf(documentId)?.name ?? t('gone')} <span className="quiet">{fileOf(documentId)?.projectName}</span>{refusal ? <span className="blind-why">{say(refusal)}</span> : null}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
