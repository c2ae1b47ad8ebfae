import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { serverNow, useSession, type JudgingView, type RulebookCriterion } from '../../../api/index.js';
import { ErrorNote, formatInstant, Icon, useMarks, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import { judgingQuery } from '../queries.js';
import '../scoring.css';
import { printTexts } from '../print-texts.js';
import { entryOf, NOT_APPLICABLE, standingOf } from '../sheet/sheet-model.js';

/** The sheet on paper: blank, to be filled by hand, or as it stands. */
export default function PrintPage() {
  const t = useTexts(printTexts);
  const [url] = useUrlState();
  const { seatId = '', applicationId = '' } = useParams({ strict: false }) as { seatId?: string; applicationId?: string };
  const { data: view, error, refetch } = useQuery(judgingQuery(seatId, applicationId));
  if (error && !view) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!view) return <p className="opening quiet" role="status">…</p>;
  return (
    <article className="paper-sheet">
      <p className="no-print paper-tools">
        <button type="button" className="button primary" onClick={() => window.print()}>
          <Icon name="print" /> {t('print')}
        </button>
      </p>
      <Paper view={view} blank={url.blank === 'yes'} />
    </article>
  );
}

function Paper({ view, blank }: { readonly view: JudgingView; readonly blank: boolean }) {
  const say = useSay();
  const t = useTexts(printTexts);
  const session = useSession();
  const { colon } = useMarks();
  const standing = standingOf(view.criteria, view.entries);
  return (
    <>
      <h1>{blank ? t('blank_title') : t('title')}</h1>
      <p className="paper-line">
        {say(view.callTitle)} · {say(view.stageTitle)} · {say(view.blocTitle)}
      </p>
      <dl className="paper-facts">
        <Fact name={t('number')}>{blank ? '' : view.number}</Fact>
        <Fact name={t('project')}>{blank ? '' : view.projectName}</Fact>
        <Fact name={t('judge')}>{blank ? '' : session?.account.name}</Fact>
      </dl>
      <table className="paper-table">
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            <th scope="col" className="meaning">{t('meaning')}</th>
            <th scope="col" className="score">{t('score')}</th>
            <th scope="col" className="why">{t('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {view.criteria.map((criterion, at) => (
            <PaperRow key={criterion.key} at={at + 1} criterion={criterion} view={view} blank={blank} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>{t('total')}</th>
            <td className="score figures">{blank ? '' : standing.total}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p className="paper-comment">
        {t('comment')}{colon}{blank ? '' : view.comment}
      </p>
      <PaperFoot view={view} blank={blank} />
    </>
  );
}

function PaperRow({ at, criterion, view, blank }: { readonly at: number; readonly criterion: RulebookCriterion; readonly view: JudgingView; readonly blank: boolean }) {
  const say = useSay();
  const t = useTexts(printTexts);
  const { points, reason } = entryOf(view.entries, criterion.key);
  const shown = points === NOT_APPLICABLE ? t('not_applicable') : (points ?? t('not_scored'));
  return (
    <tr>
      <th scope="row">
        {at}. {say(criterion.title)}
        <span className="figures max">{t('full', { max: criterion.max, weight: criterion.weight })}</span>
      </th>
      <td data-label={t('meaning')}>
        {criterion.anchors.map((anchor) => (
          <span key={anchor.from} className="paper-anchor">
            <span className="figures">
              {anchor.from}–{anchor.to}
            </span>{' '}
            {say(anchor.text)}
          </span>
        ))}
      </td>
      <td className="score figures" data-label={t('score')}>{blank ? '' : shown}</td>
      <td className="why" data-label={t('reason')}>{blank ? '' : reason}</td>
    </tr>
  );
}

function PaperFoot({ view, blank }: { readonly view: JudgingView; readonly blank: boolean }) {
  const t = useTexts(printTexts);
  return (
    <footer className="paper-foot">
      <p className="signature">
        {t('signature')}
        <span className="line" /> {t('date')}
        <span className="line" />
      </p>
      {blank ? null : <p>{view.submittedAt ? t('submitted', { when: formatInstant(new Date(view.submittedAt), 'second') }) : t('draft')}</p>}
      {!blank && view.commitment ? (
        <p className="code">
          {t('commitment')} <code>{view.commitment}</code>
        </p>
      ) : null}
      <p className="quiet">{t('printed', { when: formatInstant(new Date(serverNow())) })}</p>
    </footer>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
