import type { EvidenceView, MilestoneDetail } from '../../../api/index.js';
import { DocumentLink, Money, StatusMark, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { ReachHead } from './reach-fields.js';
import { SpendingFoot, SpendingHead } from './spending-fields.js';

/** A report as it was handed in: plan, the report before, and this one side by side. */
export function ReportRead({ report }: { readonly report: MilestoneDetail }) {
  const t = useTexts(texts);
  return (
    <>
      <section className="record-part">
        <h2>{t('reach')}</h2>
        <ReachTable report={report} />
      </section>
      <section className="record-part">
        <h2>{t('narrative')}</h2>
        {report.narrative.trim() ? <p className="prose report-prose">{report.narrative}</p> : <p className="quiet">{t('nothing_said')}</p>}
      </section>
      <section className="record-part">
        <h2>{t('spending')}</h2>
        <SpendingTable report={report} />
      </section>
      <section className="record-part">
        <h2>{t('evidence')}</h2>
        {report.evidence.length === 0 ? <p className="quiet">{t('not_needed')}</p> : null}
        {report.evidence.map((one) => (
          <EvidenceFiles key={one.kind} evidence={one} />
        ))}
      </section>
    </>
  );
}

function ReachTable({ report }: { readonly report: MilestoneDetail }) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  const lines = report.reach.filter(({ planned, before, reached }) => planned !== null || before !== null || reached !== null);
  if (lines.length === 0) return <p className="quiet">{t('nothing_said')}</p>;
  return (
    <div className="table-wrap">
      <table className="sum-table stack" aria-label={t('reach')}>
        <ReachHead />
        <tbody>
          {lines.map(({ key, label, planned, before, reached }) => (
            <tr key={key}>
              <th scope="row">{say(label)}</th>
              <td className="right" data-label={t('planned')}>{planned ?? '–'}</td>
              <td className="right" data-label={t('before')}>{before ?? '–'}</td>
              <td className="right" data-label={t('reached')}>
                <span>
                <strong>{reached ?? '–'}</strong>
                {reached !== null && planned ? <span className="quiet">{marks.aside(`${Math.round((reached * 100) / planned)}%`)}</span> : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SpendingTable({ report }: { readonly report: MilestoneDetail }) {
  const t = useTexts(texts);
  const say = useSay();
  const lines = report.spending.filter(({ budgetFen, beforeFen, amountFen }) => budgetFen > 0 || beforeFen !== null || amountFen !== null);
  if (lines.length === 0) return <p className="quiet">{t('nothing_said')}</p>;
  return (
    <div className="table-wrap">
      <table className="sum-table stack" aria-label={t('spending')}>
        <SpendingHead />
        <tbody>
          {lines.map(({ category, title, budgetFen, beforeFen, amountFen }) => (
            <tr key={category}>
              <th scope="row">{say(title)}</th>
              <td className="right" data-label={t('budget')}><Money fen={budgetFen} /></td>
              <td className="right" data-label={t('before')}>{beforeFen === null ? '–' : <Money fen={beforeFen} />}</td>
              <td className="right" data-label={t('amount_now')}>
                <span>
                {amountFen === null ? '–' : <Money fen={amountFen} />}
                {amountFen !== null && amountFen > budgetFen ? <span className="over">{t('over_budget')}</span> : null}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
        <SpendingFoot spending={report.spending} total={report.spentFen} />
      </table>
    </div>
  );
}

function EvidenceFiles({ evidence }: { readonly evidence: EvidenceView }) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <section className="evidence-kind">
      <h3>
        {say(evidence.title)}
        {evidence.files.length === 0 && evidence.required ? <StatusMark word={t('evidence_missing')} tone="waiting" /> : null}
      </h3>
      {evidence.files.length === 0 ? <p className="quiet">{t('evidence_none')}</p> : (
        <ul className="plain">
          {evidence.files.map(({ id, name }) => (
            <li key={id}>
              <DocumentLink id={id} name={name} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
