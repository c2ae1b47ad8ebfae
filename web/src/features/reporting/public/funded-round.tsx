import type { FundedRoundView } from '../../../api/index.js';
import { Money, useSay, useTexts } from '../../../ui/index.js';
import { portalTexts } from '../texts-public.js';

/** What one round funded, with its list. */
export function FundedRound({ round, open }: { readonly round: FundedRoundView; readonly open: boolean }) {
  const t = useTexts(portalTexts);
  const say = useSay();
  return (
    <section className="funded-round" aria-labelledby={`funded-${round.callId}`}>
      <header>
        <div>
          <h2 id={`funded-${round.callId}`}>{say(round.title)}</h2>
          <p className="quiet">{t('round_of', { year: round.year, organiser: say(round.organiser) })}</p>
        </div>
        <FundedSum round={round} />
      </header>
      <details open={open}>
        <summary>{t('show_list')}</summary>
        <FundedList round={round} />
      </details>
    </section>
  );
}

/** How many projects and how much; what is still on notice is named apart. */
export function FundedSum({ round: { projects, onNotice, awardedFen } }: { readonly round: FundedRoundView }) {
  const t = useTexts(portalTexts);
  return (
    <p className="funded-sum">
      {projects > 0 ? <span>{t('projects', { count: projects })}</span> : null}
      {projects > 0 && awardedFen !== null ? <Money fen={awardedFen} /> : null}
      {onNotice > 0 ? <span className="tone-waiting toned">{t('on_notice', { count: onNotice })}</span> : null}
    </p>
  );
}

function FundedList({ round }: { readonly round: FundedRoundView }) {
  const t = useTexts(portalTexts);
  const say = useSay();
  const missing = <span className="quiet">{t('not_shown')}</span>;
  return (
    <table className="count-table stacks funded-list" aria-labelledby={`funded-${round.callId}`}>
      <thead>
        <tr>
          <th scope="col">{t('project')}</th>
          <th scope="col">{t('organisation')}</th>
          <th scope="col">{t('category')}</th>
          <th scope="col" className="right">{t('amount')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {round.list.map((one, at) => (
          <tr key={at}>
            <td data-label={t('project')} className="lead">{one.project ?? missing}</td>
            <td data-label={t('organisation')}>{one.organisation ?? missing}</td>
            <td data-label={t('category')}>{one.category ? say(one.category) : missing}</td>
            <td data-label={t('amount')} className="right">{one.amountFen === null ? missing : <Money fen={one.amountFen} />}</td>
            <td data-label={t('state')} className={one.onNotice ? 'tone-waiting toned' : undefined}>{say(one.state)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
