import { Fragment, type ReactNode } from 'react';
import { useSession, type Role, type TrancheDetail } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { fundsTexts } from '../texts.js';
import { AcknowledgeMove } from './acknowledge-move.js';
import { ApproveMove } from './approve-move.js';
import { CancelMove } from './cancel-move.js';
import { InstructionMove } from './instruction-move.js';
import { PrepareMove } from './prepare-move.js';
import { RecordMove } from './record-move.js';
import { RefuseMove } from './refuse-move.js';

/** What the reader may do with the payment; what is somebody else's is shown with the reason, and nothing to those who only read. */
export function MovesPart({ tranche }: { readonly tranche: TrancheDetail }) {
  const t = useTexts(fundsTexts);
  const session = useSession();
  const roles: readonly Role[] = session?.account.roles.map(({ role }) => role) ?? [];
  const parts = OFFERS.filter((offer) => offer.roles.some((role) => roles.includes(role)) && offer.shown(tranche));
  const reader = !roles.some((role) => role === 'finance_maker' || role === 'finance_approver' || role === 'applicant');
  if (parts.length === 0 && !reader) return null;
  return (
    <section className="funds-part" aria-labelledby="act">
      <h2 id="act" className="no-print">{t('act')}</h2>
      {reader ? <p className="quiet">{t('act_readonly')}</p> : <div className="moves">{parts.map(({ key, part }) => <Fragment key={key}>{part(tranche)}</Fragment>)}</div>}
    </section>
  );
}

interface Offer {
  readonly key: string;
  readonly roles: readonly Role[];
  readonly shown: (tranche: TrancheDetail) => boolean;
  readonly part: (tranche: TrancheDetail) => ReactNode;
}

const FINANCE: readonly Role[] = ['finance_maker', 'finance_approver'];
const inStep = (wanted: string) => ({ moves }: TrancheDetail) => moves.some(({ move }) => move === wanted);
const allowed = (wanted: string) => ({ moves }: TrancheDetail) => moves.some(({ move, allowed: may }) => move === wanted && may);

/** In the order in which they are taken; what goes back or ends something comes last. */
const OFFERS: readonly Offer[] = [
  { key: 'prepare', roles: FINANCE, shown: inStep('prepare'), part: (tranche) => <PrepareMove tranche={tranche} /> },
  { key: 'approve', roles: FINANCE, shown: inStep('approve'), part: (tranche) => <ApproveMove tranche={tranche} /> },
  { key: 'instruction', roles: ['finance_maker'], shown: ({ status }) => status === 'approved', part: (tranche) => <InstructionMove tranche={tranche} /> },
  { key: 'pay', roles: FINANCE, shown: inStep('pay'), part: (tranche) => <RecordMove tranche={tranche} /> },
  { key: 'acknowledge', roles: ['applicant'], shown: allowed('acknowledge'), part: ({ id }) => <AcknowledgeMove trancheId={id} /> },
  { key: 'refuse', roles: ['finance_approver'], shown: allowed('refuse'), part: (tranche) => <RefuseMove tranche={tranche} /> },
  { key: 'cancel', roles: ['finance_maker'], shown: allowed('cancel'), part: (tranche) => <CancelMove tranche={tranche} /> },
];
