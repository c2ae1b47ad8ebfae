import type { ReactNode } from 'react';
import type { AllocatedView, AllocationView, PlacedView } from '../../../api/index.js';
import { formatFen, Money, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { FixAmount } from './fix-amount.js';

interface AllocationTableProps {
  readonly callId: string;
  readonly allocation: AllocationView;
  /** The whole list, or what belongs to one board. */
  readonly lists: Pick<AllocationView, 'awards' | 'reserve' | 'declined'>;
  readonly label?: string;
  readonly editable: boolean;
}

/** The ranking with the line in it: who gets what and why, who waits, and who gets nothing. */
export function AllocationTable({ callId, allocation, lists, label, editable }: AllocationTableProps) {
  const t = useTexts(texts);
  const { awards, reserve, declined } = lists;
  return (
    <div className="table-wrap">
      <table className="sum-table stack allocation" aria-label={label ?? t('tab_result')}>
        <thead>
          <tr>
            <th scope="col" className="right">{t('rank')}</th>
            <th scope="col">{t('project')}</th>
            <th scope="col" className="right">{t('score')}</th>
            <th scope="col" className="right">{t('requested')}</th>
            <th scope="col" className="right">{t('amount')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <Group title={t('group_awards', { count: awards.length })} kind="awards">
          {awards.map((award) => (
            <Line key={award.applicationId} placed={award} amount={<Amount award={award} missing={allocation.amountsMissing.includes(award.applicationId)} />} {...(editable && award.bounds ? { edit: <FixAmount callId={callId} allocation={allocation} award={award} bounds={award.bounds} /> } : {})} />
          ))}
        </Group>
        <tbody className="the-line">
          <tr>
            <td colSpan={6}>{t('group_line')}</td>
          </tr>
        </tbody>
        {reserve.length > 0 ? (
          <Group title={t('group_reserve', { count: reserve.length })} kind="reserve">
            {reserve.map((placed, index) => (
              <Line key={placed.applicationId} placed={placed} amount={t('reserve_place', { place: index + 1 })} />
            ))}
          </Group>
        ) : null}
        {declined.length > 0 ? (
          <Group title={t('group_declined', { count: declined.length })} kind="declined">
            {declined.map((placed) => (
              <Line key={placed.applicationId} placed={placed} amount="–" />
            ))}
          </Group>
        ) : null}
      </table>
    </div>
  );
}

function Group({ title, kind, children }: { readonly title: string; readonly kind: string; readonly children: ReactNode }) {
  return (
    <tbody className={kind}>
      <tr className="group">
        <th scope="rowgroup" colSpan={6}>{title}</th>
      </tr>
      {children}
    </tbody>
  );
}

function Line({ placed, amount, edit }: { readonly placed: PlacedView; readonly amount: ReactNode; readonly edit?: ReactNode }) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <tr>
      <td className="right" data-label={t('rank')}>{placed.rank ?? '–'}</td>
      <td className="lead">
        {placed.projectName}
        <span className="sub">{[placed.organisationName, say(placed.category)].join(' · ')}</span>
      </td>
      <td className="right" data-label={t('score')}>{placed.score ?? '–'}</td>
      <td className="right" data-label={t('requested')}><Money fen={placed.requestedFen} /></td>
      <td className="right" data-label={t('amount')}>
        <div>
          {amount}
          {edit}
        </div>
      </td>
      <td className="why-cell" data-label={t('why')}>{say(placed.reason.sentence)}</td>
    </tr>
  );
}

function Amount({ award, missing }: { readonly award: AllocatedView; readonly missing: boolean }) {
  const t = useTexts(texts);
  const less = award.requestedFen - award.amountFen;
  if (missing) return <StatusMark word={t('amount_needed')} tone="waiting" />;
  return (
    <>
      <strong><Money fen={award.amountFen} /></strong>
      {award.partial ? <span className="sub">{t('partial')}</span> : less > 0 ? <span className="sub">{t('amount_less', { less: formatFen(less) })}</span> : null}
    </>
  );
}
