import type { Rulebook, RulebookScoring } from '../../../api/index.js';
import { useJoin, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { aggregationSentence, blindSentence, minutes, tieBreakSentences } from '../plain/scoring.js';
import { publicTexts } from '../texts-public.js';
import { BasisMark } from './basis-mark.js';
import { Part } from './part.js';

type Stage = RulebookScoring['stages'][number];

/** The whole score: stages, panels, criteria with their weights, bonuses, and what decides between equals. */
export function ScoringPart({ book }: { readonly book: Rulebook }) {
  const marks = useMarks();
  const t = useTexts(publicTexts);
  const say = useSay();
  const join = useJoin();
  const ties = tieBreakSentences(book).map(say);
  return (
    <Part id="scoring" title={t('scoring')}>
      {book.scoring.stages.map((stage) => (
        <StageScore key={stage.key} stage={stage} book={book} />
      ))}
      {book.scoring.bonuses.length > 0 ? (
        <p>
          {t('bonus')}
          {marks.colon}
          {book.scoring.bonuses.map(({ title, max }) => say(title) + marks.aside(t('bonus_max', { max }))).join(marks.semicolon)}
        </p>
      ) : null}
      {book.allocation.minimumScore === null ? null : <p>{t('minimum', { score: book.allocation.minimumScore })}</p>}
      {ties.length > 0 ? <p>{t('ties', { order: join(ties) })}</p> : null}
      <BasisMark book={book} pointer="/scoring" />
    </Part>
  );
}

function StageScore({ stage, book }: { readonly stage: Stage; readonly book: Rulebook }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const roadshow = book.roadshow?.stage === stage.stage ? book.roadshow : null;
  return (
    <>
      <h3>
        {say(stage.title)}
        <span className="may">{t('scoring_weight', { weight: stage.weight })}</span>
      </h3>
      {roadshow ? <p>{t('roadshow_times', { present: say(minutes(roadshow.presentSeconds)), qa: say(minutes(roadshow.qaSeconds)) })}</p> : null}
      {stage.blocs.map((bloc) => (
        <BlocScore key={bloc.key} bloc={bloc} alone={stage.blocs.length === 1} />
      ))}
    </>
  );
}

function BlocScore({ bloc, alone }: { readonly bloc: Stage['blocs'][number]; readonly alone: boolean }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const blind = blindSentence(bloc);
  return (
    <>
      <p>
        {say(bloc.title)}
        {alone ? '' : ` · ${t('bloc_weight', { weight: bloc.weight })}`} · {say(aggregationSentence(bloc))}
        {blind ? ` ${say(blind)}` : ''}
      </p>
      <table className="plain-table criteria call-stacked" style={{ marginBottom: 16 }}>
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            <th scope="col" className="right">
              {t('max')}
            </th>
            <th scope="col">{t('means')}</th>
          </tr>
        </thead>
        <tbody>
          {bloc.criteria.map(({ key, title, help, max, anchors }) => (
            <tr key={key}>
              <td>
                {say(title)}
                {help ? <span className="quiet"> {say(help)}</span> : null}
              </td>
              <td className="right" data-label={t('max')}>
                {max}
              </td>
              <td className="score-anchors" data-label={t('means')}>
                {anchors.map(({ from, to, text }) => (
                  <span key={from}>
                    <span className="figures">
                      {from}–{to}
                    </span>{' '}
                    {say(text)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
