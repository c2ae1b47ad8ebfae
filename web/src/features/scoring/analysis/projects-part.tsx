import type { BlocAnalysisView } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { ScoringTable } from '../scoring-table.js';
import { analysisTexts } from './analysis-texts.js';
import { headOf } from './matrices.js';

/** Every score as it was given, the corrected one small beside it. */
export function ProjectsPart({ bloc }: { readonly bloc: BlocAnalysisView }) {
  const say = useSay();
  const t = useTexts(analysisTexts);
  return (
    <section className="analysis-part">
      <h2>{headOf(bloc, say)}</h2>
      <p className="quiet">{t('ballots_what')}</p>
      <div className="board-scroll" tabIndex={0} role="region" aria-label={headOf(bloc, say)}>
        <ScoringTable className="analysis-figures">
          <thead>
            <tr>
              <th scope="col" className="right">{t('rank')}</th>
              <th scope="col">{t('project')}</th>
              {bloc.judges.map(({ alias, name }) => (
                <th key={alias} scope="col" className="right">
                  {name}
                </th>
              ))}
              {bloc.correctable ? <th scope="col" className="right">{t('corrected_rank')}</th> : null}
              <th scope="col" className="right">{t('borda')}</th>
              <th scope="col" className="right">{t('schulze')}</th>
            </tr>
          </thead>
          <tbody>
            {bloc.applications.map((application) => (
              <tr key={application.applicationId}>
                <td className="right figures">{application.rank ?? '–'}</td>
                <th scope="row">
                  {application.projectName} <span className="quiet figures by">{application.number}</span>
                </th>
                {bloc.judges.map(({ alias }) => (
                  <Score key={alias} score={application.scores.find((one) => one.alias === alias)} />
                ))}
                {bloc.correctable ? <td className="right figures">{application.correctedRank ?? '–'}</td> : null}
                <td className="right figures">{application.bordaRank ?? '–'}</td>
                <td className="right figures">{application.schulzeRank ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </ScoringTable>
      </div>
    </section>
  );
}

function Score({ score }: { readonly score: BlocAnalysisView['applications'][number]['scores'][number] | undefined }) {
  const t = useTexts(analysisTexts);
  if (!score) return <td className="right quiet">–</td>;
  return (
    <td className="right figures">
      {score.score}
      {score.corrected === score.score ? null : <span className="quiet by">{t('after', { score: score.corrected })}</span>}
    </td>
  );
}
