import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { BallotView } from '../../../api/index.js';
import { Countdown, ErrorNote, Icon, KeyHelp, useLanguage, useSay, useTexts } from '../../../ui/index.js';
import { BallotDesk } from '../ballot/ballot-desk.js';
import { CastNote } from '../ballot/cast-note.js';
import '../ballot/ballot.css';
import { ballotTexts } from '../ballot/ballot-texts.js';
import { ballotQuery } from '../queries.js';
import '../scoring.css';
import { useIsAhead } from '../sheet/sheet-head.js';

/** One order of all projects, where the rulebook has a bloc vote instead of giving points. */
export default function BallotPage() {
  const t = useTexts(ballotTexts);
  const { seatId = '' } = useParams({ strict: false }) as { seatId?: string };
  const { data: view, error, refetch } = useQuery(ballotQuery(seatId));
  if (error && !view) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!view) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="ballot-page">
      <Head view={view} />
      {view.status === 'submitted' ? <CastNote view={view} /> : <BallotDesk view={view} />}
    </article>
  );
}

function Head({ view }: { readonly view: BallotView }) {
  const say = useSay();
  const t = useTexts(ballotTexts);
  const language = useLanguage();
  const ahead = useIsAhead(view.closesAt);
  return (
    <header className="sheet-head">
      <p className="crumbs no-print">
        <Link to="/judge">
          <Icon name="back" />
          {t('back')}
        </Link>
        {view.status === 'submitted' ? null : <KeyHelp lines={[[['Tab'], t('key_on')], [['↑', '↓'], t('key_move')], [['Enter'], t('key_place')]]} />}
      </p>
      <h1>{t('title')}</h1>
      <p className="quiet reference">
        <span>{say(view.callTitle)}</span>
        <span>{say(view.stageTitle)}</span>
        <span>{say(view.blocTitle)}</span>
        {view.closesAt && ahead ? <Countdown until={view.closesAt} /> : null}
      </p>
      <p>{[t('fill_what'), view.count === 'stv' ? t('stv', { seats: view.seats ?? 1 }) : t(view.count), t(view.partial ? 'partial' : 'whole')].join(language === 'zh' ? '' : ' ')}</p>
      <details className="ballot-criteria">
        <summary>{t('criteria')}</summary>
        <ul>
          {view.criteria.map(({ key, title, help }) => (
            <li key={key}>
              <strong>{say(title)}</strong> {help ? <span className="quiet">{say(help)}</span> : null}
            </li>
          ))}
        </ul>
      </details>
    </header>
  );
}
