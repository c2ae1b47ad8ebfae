import { lazy, Suspense } from 'react';
import type { AnalysisView, BlocAnalysisView, ConsequenceView, JudgeAnalysisView } from '../../../api/index.js';
import { useJoin, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { ScoringTable } from '../scoring-table.js';
import { analysisTexts } from './analysis-texts.js';
import { agreementMatrix, headOf, stripsOf, usesMatrix } from './matrices.js';
import { MatrixTable } from './matrix-table.js';

const Strips = lazy(async () => ({ default: (await import('./analysis-charts.js')).ScoreStrips }));
const Chart = lazy(async () => ({ default: (await import('./analysis-charts.js')).MatrixChart }));

/** The judges of one bloc: figures first, then the pictures with their tables. */
export function JudgesPart({ analysis, bloc }: { readonly analysis: AnalysisView; readonly bloc: BlocAnalysisView }) {
  const marks = useMarks();
  const say = useSay();
  const t = useTexts(analysisTexts);
  const uses = usesMatrix(bloc, say);
  const agreement = agreementMatrix(bloc);
  return (
    <section className="analysis-part">
      <h2>{headOf(bloc, say)}</h2>
      <p>
        <strong>{t('corrected')}</strong>{marks.colon}{bloc.correctable ? <Outcome of={bloc.corrected} line={bloc.line} /> : t('corrected_none')}
      </p>
      <Figures bloc={bloc} />
      <p className="quiet">
        {t('severity')}{marks.colon}{t('severity_hint')}{marks.semicolon}{t('agreement')}{marks.colon}{t('agreement_hint')}{marks.stop}{t('few_hint', { least: analysis.leastCompared })}
      </p>
      <h3>{t('chart_scores')}</h3>
      <p className="quiet">{t('chart_scores_what')}</p>
      <Suspense fallback={null}>
        <Strips strips={stripsOf(bloc)} />
        <h3>{t('chart_uses')}</h3>
        <Chart matrix={uses} />
        <MatrixTable matrix={uses} label={t('chart_uses')} />
        <h3>{t('chart_agreement')}</h3>
        <p className="quiet">{t('chart_agreement_what')}</p>
        <Chart matrix={agreement} />
        <MatrixTable matrix={agreement} label={t('chart_agreement')} />
      </Suspense>
    </section>
  );
}

function Figures({ bloc }: { readonly bloc: BlocAnalysisView }) {
  const t = useTexts(analysisTexts);
  return (
    <ScoringTable className="analysis-figures">
      <thead>
        <tr>
          <th scope="col">{t('judge')}</th>
          <th scope="col" className="right">{t('sheets')}</th>
          <th scope="col" className="right">{t('middle')}</th>
          <th scope="col" className="right">{t('range')}</th>
          <th scope="col" className="right">{t('spread')}</th>
          <th scope="col" className="right">{t('severity')}</th>
          <th scope="col" className="right">{t('agreement')}</th>
          <th scope="col" className="right">{t('late')}</th>
          <th scope="col" className="right">{t('confidence')}</th>
          <th scope="col">{t('without')}</th>
        </tr>
      </thead>
      <tbody>
        {bloc.judges.map((judge) => (
          <Row key={judge.alias} judge={judge} line={bloc.line} />
        ))}
      </tbody>
    </ScoringTable>
  );
}

/** A plus where it is mild. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

function Row({ judge, line }: { readonly judge: JudgeAnalysisView; readonly line: number }) {
  const marks = useMarks();
  const t = useTexts(analysisTexts);
  const join = useJoin();
  return (
    <tr>
      <th scope="row">
        {judge.name} <span className="quiet"><Alias name={judge.alias} /></span>
        {judge.outliers.length > 0 ? (
          <span className="tone-waiting reason-word by">
            {t('outliers')}{marks.colon}{join(judge.outliers)}
          </span>
        ) : null}
      </th>
      <td className="right figures">{judge.sheets}</td>
      <td className="right figures">{judge.middle}</td>
      <td className="right figures">
        {judge.lowest}–{judge.highest}
      </td>
      <td className="right figures">{judge.spread}</td>
      <td className="right figures">{judge.severity === null ? <span className="quiet">{t('few')}</span> : signed(judge.severity)}</td>
      <td className="right figures">{judge.agreement ?? '–'}</td>
      <td className={`right figures ${judge.late ? 'tone-late reason-word' : ''}`}>{judge.late ?? '–'}</td>
      <td className="right figures">{judge.confidence ?? '–'}</td>
      <td>
        <Outcome of={judge.without} line={line} />
      </td>
    </tr>
  );
}

/** Whether the first ones would be others, in words. */
export function Outcome({ of, line }: { readonly of: ConsequenceView; readonly line: number }) {
  const marks = useMarks();
  const t = useTexts(analysisTexts);
  const join = useJoin();
  const moved = of.moved > 0 ? marks.comma + t('moved', { count: of.moved }) : '';
  if (of.enters.length + of.leaves.length === 0) {
    return (
      <span className="tone-done reason-word">
        {t('same', { line })}
        <span className="quiet">{moved}</span>
      </span>
    );
  }
  return (
    <span className="tone-late reason-word">
      {[of.enters.length > 0 ? t('enters', { names: join(of.enters) }) : '', of.leaves.length > 0 ? t('leaves', { names: join(of.leaves) }) : ''].filter(Boolean).join(marks.comma)}
      <span className="quiet">{moved}</span>
    </span>
  );
}
