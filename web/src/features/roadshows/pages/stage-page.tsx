import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Problem, useLive, type StageView } from '../../../api/index.js';
import { Mark, useSay, useTexts } from '../../../ui/index.js';
import { stageNews, stageQuery } from '../queries.js';
import { NowOnStage } from '../stage/now-on-stage.js';
import '../stage/stage.css';
import { stageTexts } from '../stage/stage-texts.js';

/** The screen in the hall: now, next, then, and the clock. It shows no score, and nobody has to sign in. */
export default function StagePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = stageQuery(id);
  const refetchInterval = useLive(stageNews(id), query.queryKey);
  const { data, error } = useQuery({ ...query, refetchInterval });
  return (
    <div className="stage-screen">
      <FullScreenButton />
      {data ? <Screen stage={data} stale={error !== null} /> : <Curtain word={wordWithout(error)} />}
    </div>
  );
}

/** Nothing to show yet: the address leads nowhere, no answer comes, or it is just on its way. */
const wordWithout = (error: unknown): Word => (error instanceof Problem && error.status === 404 ? 'wrong_address' : error ? 'offline' : 'connecting');

function Screen({ stage, stale }: { readonly stage: StageView; readonly stale: boolean }) {
  const say = useSay();
  const t = useTexts(stageTexts);
  if (stage.status === 'closed') return <Curtain word="closed" title={say(stage.callTitle)} />;
  if (stage.status === 'planned') return <Curtain word="waiting" title={[stage.callTitle, stage.groupTitle].flatMap((title) => (title ? [say(title)] : [])).join(' · ')} />;
  return (
    <>
      <header className="stage-head">
        <p>{say(stage.callTitle)}</p>
        {stage.groupTitle ? <p>{say(stage.groupTitle)}</p> : null}
        {stale ? (
          <p className="stage-stale" role="status">
            {t('offline')}
          </p>
        ) : null}
      </header>
      <NowOnStage stage={stage} />
    </>
  );
}

type Word = 'waiting' | 'closed' | 'wrong_address' | 'offline' | 'connecting';

function Curtain({ word, title }: { readonly word: Word; readonly title?: string }) {
  const t = useTexts(stageTexts);
  return (
    <div className="stage-curtain">
      <Mark size={120} />
      {title ? <p className="stage-call">{title}</p> : null}
      <h1>{t(word)}</h1>
      <p>{t(`${word}_what`)}</p>
    </div>
  );
}

function FullScreenButton() {
  const t = useTexts(stageTexts);
  if (!document.fullscreenEnabled) return null;
  return (
    <button type="button" className="stage-full" onClick={() => void document.documentElement.requestFullscreen()}>
      {t('full')}
    </button>
  );
}
