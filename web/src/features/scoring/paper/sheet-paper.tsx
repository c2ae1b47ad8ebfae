import type { PaperBookletView, PaperPageView } from '../../../api/index.js';
import { Money, useJoin, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { useAlias } from '../alias.js';
import { AnswerView } from '../sheet/answer-view.js';
import { FileDoor } from '../sheet/file-list.js';
import { Signature } from './declaration-paper.js';
import { paperTexts } from './paper-texts.js';

interface PaperProps {
  readonly booklet: PaperBookletView;
  readonly page: PaperPageView;
}

/** One application on paper: the sheet with its code first, then what is judged. */
export function SheetPaper({ booklet, page }: PaperProps) {
  return (
    <section className="paper-booklet-page">
      {booklet.ballot ? <h2>{page.number} {page.projectName}</h2> : <Sheet booklet={booklet} page={page} />}
      <Material booklet={booklet} page={page} />
    </section>
  );
}

function Top({ booklet, code, title }: { readonly booklet: PaperBookletView; readonly code: string; readonly title: string }) {
  const alias = useAlias();
  const { aside } = useMarks();
  const t = useTexts(paperTexts);
  const say = useSay();
  return (
    <>
      <h1>{title}</h1>
      <p className="paper-line">{say(booklet.callTitle)} · {say(booklet.stageTitle)} · {say(booklet.blocTitle)}</p>
      <div className="paper-top">
        <span>{t('paper_judge')} {booklet.name}{aside(alias(booklet.alias))}</span>
        <strong className="paper-code">{code}</strong>
      </div>
    </>
  );
}

function Sheet({ booklet, page }: PaperProps) {
  const { colon } = useMarks();
  const t = useTexts(paperTexts);
  const say = useSay();
  return (
    <>
      <Top booklet={booklet} code={page.code} title={t('paper_title')} />
      <p><strong>{page.projectName}</strong> <span className="figures">{page.number}</span></p>
      <table className="paper-table">
        <thead>
          <tr>
            <th scope="col">{t('paper_criterion')}</th>
            <th scope="col">{t('paper_meaning')}</th>
            <th scope="col" className="score">{t('paper_points')}</th>
            <th scope="col" className="why">{t('paper_reason')}</th>
          </tr>
        </thead>
        <tbody>
          {booklet.criteria.map((criterion, at) => (
            <tr key={criterion.key}>
              <th scope="row">{at + 1}. {say(criterion.title)}<span className="figures max">{t('paper_full', { max: criterion.max, step: criterion.step })}</span></th>
              <td>
                {criterion.anchors.map((anchor) => (
                  <span key={anchor.from} className="paper-anchor"><span className="figures">{anchor.from}–{anchor.to}</span> {say(anchor.text)}</span>
                ))}
              </td>
              <td className="score" /><td className="why" />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="paper-comment">{t('paper_comment')}{colon}</p>
      <p>{t('abstain_paper')}<span className="line long" /></p>
      <Signature />
    </>
  );
}

/** A place before each project; what is judged follows page by page. */
export function BallotPaper({ booklet }: { readonly booklet: PaperBookletView }) {
  const { colon } = useMarks();
  const t = useTexts(paperTexts);
  const say = useSay();
  return (
    <section className="paper-booklet-page">
      <Top booklet={booklet} code={booklet.ballotCode ?? ''} title={t('paper_ballot')} />
      <p>{t(booklet.partial ? 'paper_ballot_partial' : 'paper_ballot_whole')}</p>
      <p>{t('criteria')}{colon}{booklet.criteria.map(({ title }) => say(title)).join(' · ')}</p>
      <table className="paper-table">
        <thead>
          <tr>
            <th scope="col" className="score">{t('paper_place')}</th>
            <th scope="col">{t('paper_number')}</th>
            <th scope="col">{t('project')}</th>
          </tr>
        </thead>
        <tbody>
          {booklet.pages.map((page) => (
            <tr key={page.number}>
              <td className="score" />
              <td className="figures">{page.number}</td>
              <th scope="row">{page.projectName}</th>
            </tr>
          ))}
        </tbody>
      </table>
      <Signature />
    </section>
  );
}

function Material({ booklet, page: { application } }: PaperProps) {
  const join = useJoin();
  const t = useTexts(paperTexts);
  const say = useSay();
  const names = application.sections.flatMap(({ answers }) => answers.flatMap(({ files }) => files.map(({ name }) => name)));
  const view = { seatId: booklet.seatId, applicationId: '', application };
  return (
    <section className="material">
      <h2>{t('paper_material')}</h2>
      <p>
        {say(application.category)} · {t('paper_requested')} <Money fen={application.requestedFen} />
        {application.organisationName ? ` · ${application.organisationName}` : ''}
      </p>
      <FileDoor.Provider value={() => undefined}>
        {application.sections.map((section) => (
          <div key={section.key}>
            <h3>{say(section.title)}</h3>
            <dl>
              {section.answers.filter(({ files }) => files.length === 0).map((answer) => (
                <AnswerView key={answer.question.key} answer={answer} view={view} beneath={null} />
              ))}
            </dl>
          </div>
        ))}
      </FileDoor.Provider>
      {names.length > 0 ? <p className="quiet">{t('paper_files', { names: join(names) })}</p> : null}
    </section>
  );
}
