import type { RankedBlocView, RankedRowView, RankingView } from '../../../api/index.js';
import { useJoin, useSay, useTexts } from '../../../ui/index.js';
import { rankingTexts } from './ranking-texts.js';

/** Every project in rank order, with the figures that make up its score and the line of the cut; each board in a table of its own. */
export function RankingTable({ ranking }: { readonly ranking: RankingView }) {
  const say = useSay();
  const boards = [...new Map(ranking.rows.flatMap(({ board }) => (board ? [[board.zh, board] as const] : []))).values()];
  if (boards.length === 0) return <OneRanking ranking={ranking} />;
  return boards.map((board) => {
    const rows = ranking.rows.filter((row) => row.board?.zh === board.zh);
    const judged = new Set(rows.flatMap(({ blocs }) => blocs.map(({ stageKey, blocKey }) => `${stageKey} ${blocKey}`)));
    return (
      <section key={board.zh} className="ranking-board">
        <h2>{say(board)}</h2>
        <OneRanking label={say(board)} ranking={{ ...ranking, rows, blocs: ranking.blocs.filter(({ stageKey, blocKey }) => judged.has(`${stageKey} ${blocKey}`)) }} />
      </section>
    );
  });
}

function OneRanking({ ranking, label }: { readonly ranking: RankingView; readonly label?: string }) {
  const say = useSay();
  const t = useTexts(rankingTexts);
  const { rows, blocs, cut } = ranking;
  const ranked = [...rows].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const shows = { bonus: rows.some(({ bonus }) => Number(bonus) !== 0), normalised: rows.some(({ groupNormalised }) => groupNormalised !== null) };
  const width = 3 + blocs.length + (shows.bonus ? 1 : 0) + (shows.normalised ? 1 : 0);
  return (
    <div className="ranking-scroll" tabIndex={0} role="region" aria-label={label ?? t('title')}>
      <table className="ranking-table">
        <thead>
          <tr>
            <th scope="col" className="right">{t('rank')}</th>
            <th scope="col">{t('project')}</th>
            {blocs.map((bloc) => (
              <th key={`${bloc.stageKey} ${bloc.blocKey}`} scope="col" className="right bloc-col">
                {blocs.length > 1 ? say(bloc.stageTitle) : say(bloc.blocTitle)} <span className="quiet figures">{t('share', { share: bloc.share })}</span>
              </th>
            ))}
            {shows.bonus ? <th scope="col" className="right">{t('bonus')}</th> : null}
            <th scope="col" className="right">{t('total')}</th>
            {shows.normalised ? <th scope="col" className="right">{t('normalised')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {ranked.map((row, at) => (
            <Row key={row.applicationId} row={row} blocs={blocs} shows={shows} places={ranking.places} line={isLast(row, ranked[at + 1]) && cut ? t('cut_line', { count: ranked.filter(({ advanced }) => advanced).length }) : null} width={width} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The cut lies between somebody who goes on and somebody who does not. */
const isLast = (row: RankedRowView, next: RankedRowView | undefined): boolean => row.advanced === true && next !== undefined && next.advanced === false;

interface RowProps {
  readonly row: RankedRowView;
  readonly blocs: readonly RankedBlocView[];
  readonly shows: { readonly bonus: boolean; readonly normalised: boolean };
  readonly places: number;
  readonly line: string | null;
  readonly width: number;
}

function Row({ row, blocs, shows, places, line, width }: RowProps) {
  const t = useTexts(rankingTexts);
  return (
    <>
      <tr className={row.advanced === false ? 'out' : ''}>
        <td className="right figures rank-cell">
          {row.rank ?? '–'}
          {row.sharesRank ? <span className="quiet"> {t('shares')}</span> : null}
        </td>
        <th scope="row">
          <Name row={row} blocs={blocs} places={places} />
        </th>
        {blocs.map((bloc) => (
          <BlocScore key={`${bloc.stageKey} ${bloc.blocKey}`} row={row} bloc={bloc} places={places} />
        ))}
        {shows.bonus ? <td className="right figures">{Number(row.bonus) === 0 ? '' : row.bonus}</td> : null}
        <td className="right figures total">{row.total ?? '–'}</td>
        {shows.normalised ? <td className="right figures">{row.groupNormalised ?? '–'}</td> : null}
      </tr>
      {line ? (
        <tr className="cut-row">
          <td colSpan={width}>{line}</td>
        </tr>
      ) : null}
    </>
  );
}

function Name({ row, blocs, places }: Pick<RowProps, 'row' | 'blocs' | 'places'>) {
  const say = useSay();
  const join = useJoin();
  const t = useTexts(rankingTexts);
  return (
    <>
      {row.projectName ?? row.number}
      <span className="quiet by">{[row.organisationName, row.projectName ? row.number : null, say(row.category)].filter(Boolean).join(' · ')}</span>
      <span className="by on-phone figures">{blocs.map((bloc) => `${say(blocs.length > 1 ? bloc.stageTitle : bloc.blocTitle)} ${scoreIn(row, bloc, places)}`).join(' · ')}</span>
      {row.recused.length > 0 ? <span className="quiet by">{t('recused', { names: join(row.recused) })}</span> : null}
      {row.reasons.length > 0 ? <span className="by tone-late reason-word">{[t('not_ranked'), ...row.reasons.map(say)].join(' · ')}</span> : null}
    </>
  );
}

const inBloc = (row: RankedRowView, bloc: RankedBlocView) => row.blocs.find(({ stageKey, blocKey }) => stageKey === bloc.stageKey && blocKey === bloc.blocKey);

function scoreIn(row: RankedRowView, bloc: RankedBlocView, places: number): string {
  const score = inBloc(row, bloc)?.score;
  return score ? Number(score).toFixed(places) : '–';
}

function BlocScore({ row, bloc, places }: { readonly row: RankedRowView; readonly bloc: RankedBlocView; readonly places: number }) {
  const t = useTexts(rankingTexts);
  const found = inBloc(row, bloc);
  const notes = [found?.counted === null || found === undefined ? null : t('judges_counted', { count: found.counted }), found?.applied === 'trimmed-mean' ? t('trimmed') : null].filter(Boolean);
  return (
    <td className="right figures bloc-col">
      {scoreIn(row, bloc, places)}
      <span className="quiet by">{notes.join(' · ')}</span>
    </td>
  );
}
