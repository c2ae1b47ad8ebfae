import type { PaperSeatView } from '../../../api/index.js';
import { useMarks, useSay, useTexts } from '../../../ui/index.js';
import { useAlias } from '../alias.js';
import { paperTexts } from './paper-texts.js';

/** What a guest signs before she reads anything: numbers, projects, and a tick for each. */
export function Declaration({ seat }: { readonly seat: PaperSeatView }) {
  const alias = useAlias();
  const { aside } = useMarks();
  const t = useTexts(paperTexts);
  const say = useSay();
  const named = seat.rows.some(({ organisationName }) => organisationName !== null);
  return (
    <section className="paper-booklet-page">
      <h1>{t('paper_declaration')}</h1>
      <p className="paper-line">{say(seat.blocTitle)} · {t('paper_judge')} {seat.name}{aside(alias(seat.alias))}</p>
      <p>{t('paper_declare_text')}</p>
      <table className="paper-table">
        <thead>
          <tr>
            <th scope="col">{t('paper_no')}</th>
            <th scope="col">{t('paper_number')}</th>
            <th scope="col">{t('project')}</th>
            {(['none', 'has', 'unsure'] as const).map((verdict) => <th key={verdict} scope="col" className="tick">{t(`v_${verdict}`)}</th>)}
            <th scope="col" className="why">{t('paper_note')}</th>
          </tr>
        </thead>
        <tbody>
          {seat.rows.map((row, at) => (
            <tr key={row.applicationId}>
              <td className="figures">{at + 1}</td>
              <td className="figures">{row.number}</td>
              <th scope="row">{row.projectName}{named && row.organisationName ? <span className="max">{row.organisationName}</span> : null}</th>
              <td className="tick" /><td className="tick" /><td className="tick" /><td className="why" />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('paper_choice')}</p>
      <Signature />
    </section>
  );
}

export function Signature() {
  const t = useTexts(paperTexts);
  return (
    <footer className="paper-foot">
      <p className="signature">
        {t('paper_signature')}<span className="line" /> {t('paper_date')}<span className="line" />
      </p>
    </footer>
  );
}
