import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, houseFetch, Problem, queryClient, useCommand, type JudgedFileView, type SlotJudgingView } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, Icon, Instant, saveFile, TextField, useAttempt, useSay, useTexts } from '../../../ui/index.js';
import { useAlias } from '../alias.js';
import { useNarrow } from '../../../ui/use-narrow.js';
import { slotQuery } from '../queries.js';
import '../scoring.css';
import { FileDoor } from '../sheet/file-list.js';
import { goTo } from '../sheet/go-to.js';
import { JudgedApplication } from '../sheet/judged-application.js';
import { SheetForm } from '../sheet/sheet-form.js';
import { SheetKeyHelp } from '../sheet/sheet-keys.js';
import { standingOf } from '../sheet/sheet-model.js';
import { SheetTrouble } from '../sheet/sheet-notes.js';
import { SubmitBar } from '../sheet/submit-bar.js';
import { keepCode, SlotToken, useSlotSheet, useToken, useTokenOfAddress, withToken } from '../slots/slot-door.js';
import '../slots/slots.css';
import { slotsTexts } from '../slots/slots-texts.js';

/** Whoever holds a link reviews one application: no account, no name, one sheet. */
export default function AnonymousPage() {
  const t = useTexts(slotsTexts);
  const token = useTokenOfAddress();
  if (token === '') return <div className="slot-page"><h1>{t('page_title')}</h1><Empty why={t('no_link')} what={t('no_link_what')} /></div>;
  return (
    <SlotToken.Provider value={token}>
      <Review key={token} />
    </SlotToken.Provider>
  );
}

function Review() {
  const t = useTexts(slotsTexts);
  const token = useToken();
  const { data: view, error, refetch } = useQuery(slotQuery(token));
  if (error instanceof Problem && CODES.includes(error.code)) return <CodeDoor trouble={error} onCode={() => void refetch()} />;
  if (error && !view) return <div className="slot-page"><h1>{t('page_title')}</h1><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!view) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="slot-page sheet-page">
      <Head view={view} />
      {view.conflict === null ? <Question /> : null}
      {view.conflict === 'has' ? <Empty why={t('aside')} what={t('aside_what')} /> : null}
      {view.conflict === 'none' ? <Desk view={view} /> : null}
    </article>
  );
}

const CODES = ['slot_code_due', 'slot_code_wrong', 'slot_code_unasked'];

/** The link alone opens nothing: the code came from another member of staff. */
function CodeDoor({ trouble, onCode }: { readonly trouble: Problem; readonly onCode: () => void }) {
  const t = useTexts(slotsTexts);
  const token = useToken();
  const [code, setCode] = useState('');
  const open = () => {
    if (code.trim() === '') return;
    keepCode(token, code.trim());
    onCode();
  };
  const wrong = trouble.code === 'slot_code_wrong' ? trouble.detail : undefined;
  return (
    <article className="slot-page slot-code">
      <h1>{t('page_title')}</h1>
      <p>{t('code_what')}</p>
      {trouble.code === 'slot_code_unasked' ? <p className="judge-note tone-waiting" role="status"><Icon name="hourglass" /><span>{trouble.detail}</span></p> : null}
      <form onSubmit={(event) => { event.preventDefault(); open(); }}>
        <TextField label={t('code')} hint={t('code_hint')} value={code} autoComplete="off" onChange={(event) => setCode(event.target.value)} wrong={wrong} />
        <ActionButton onAct={open}>{t('code_open')}</ActionButton>
      </form>
    </article>
  );
}

function Head({ view }: { readonly view: SlotJudgingView }) {
  const t = useTexts(slotsTexts);
  const say = useSay();
  const aliased = useAlias();
  return (
    <header className="sheet-head">
      <h1>{view.projectName}</h1>
      <p className="quiet reference">
        <span>{t('page_title')}</span>
        <span>{say(view.callTitle)}</span>
        <span>{say(view.stageTitle)}</span>
        <span>
          {t('good_until')} <Instant at={view.until} />
        </span>
        <span>{t(view.counts ? 'counts' : 'counts_not')}</span>
      </p>
      {view.conflict === 'none' ? <SheetKeyHelp /> : null}
      <p className="slot-promise">{t('page_what', { alias: aliased(view.alias) })}</p>
    </header>
  );
}

function Question() {
  const t = useTexts(slotsTexts);
  const token = useToken();
  const [chosen, setChosen] = useState<'none' | 'has' | null>(null);
  const declare = useCommand<'none' | 'has', SlotJudgingView>({
    run: (verdict) => api.anonymousReviewDeclare({ ...withToken(token), body: { verdict } }),
    onDone: (view) => queryClient.setQueryData(slotQuery(token).queryKey, view),
  });
  return (
    <section className="conflict-ask" aria-labelledby="slot-question">
      <h2 id="slot-question">{t('ask')}</h2>
      <div className="conflict-verdicts" role="radiogroup" aria-labelledby="slot-question">
        {(['none', 'has'] as const).map((verdict) => (
          <label key={verdict} className={chosen === verdict ? 'chosen' : ''}>
            <input type="radio" name="conflict" checked={chosen === verdict} onChange={() => setChosen(verdict)} />
            <span>
              <strong>{t(`ask_${verdict}`)}</strong>
              <span className="conflict-follows">{t(`ask_${verdict}_what`)}</span>
            </span>
          </label>
        ))}
      </div>
      {declare.error ? <ErrorNote error={declare.error} /> : null}
      {chosen ? (
        <div className="conflict-send">
          <ActionButton onAct={() => declare.mutate(chosen)} busy={declare.isPending}>{t('ask_send')}</ActionButton>
        </div>
      ) : null}
    </section>
  );
}

function Desk({ view }: { readonly view: SlotJudgingView }) {
  const narrow = useNarrow();
  const token = useToken();
  const { error, attempt } = useAttempt();
  const fetchFile = ({ id, name }: JudgedFileView) =>
    void attempt(async () => saveFile(await (await houseFetch(`/api/anonymous-review/files/${id}`, withToken(token))).blob(), name));
  return (
    <FileDoor.Provider value={fetchFile}>
      {error ? <ErrorNote error={error} /> : null}
      <div className="scoring-desk">
        <JudgedApplication view={view} folded={narrow} />
        <Sheet view={view} />
      </div>
    </FileDoor.Provider>
  );
}

function Sheet({ view }: { readonly view: SlotJudgingView }) {
  const t = useTexts(slotsTexts);
  const say = useSay();
  const { keeper, state } = useSlotSheet(useToken(), view);
  const [strict, setStrict] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const missing = (key: string) => {
    setStrict(true);
    goTo(key);
  };
  const { first } = standingOf(view.criteria, state.entries);
  const done = state.phase === 'submitted';
  return (
    <section className="sheet-pane" aria-label={t('sheet')} id="sheet">
      <h2 className="sheet-title">{t('sheet')}</h2>
      <SheetTrouble criteria={view.criteria} keeper={keeper} state={state} />
      {view.refusal && !done ? (
        <p className="judge-note tone-waiting" role="status">
          <Icon name="lock" />
          <span>{say(view.refusal)}</span>
        </p>
      ) : null}
      <SheetForm criteria={view.criteria} keeper={keeper} state={state} strict={strict} onSubmit={() => (first ? missing(first) : setConfirming(true))} />
      {done ? (
        <section className="sheet-receipt tone-done" role="status">
          <p className="what">
            <Icon name="check" /> {t('done')}
          </p>
          <p>{t('done_what')}</p>
          <code className="figures">{state.sheet.commitment}</code>
        </section>
      ) : null}
      <SubmitBar criteria={view.criteria} keeper={keeper} state={state} confirming={confirming} onConfirming={setConfirming} onMissing={missing} />
    </section>
  );
}
