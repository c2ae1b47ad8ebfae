import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useCommand, type ApplicationDetail } from '../../../api/index.js';
import { ActionButton, ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import { myApplicationQuery, myApplicationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';
import { mayMove } from './own-status.js';

const SHOWN_IN: Readonly<Record<'amend' | 'withdraw' | 'revive', readonly string[]>> = {
  amend: ['submitted'],
  withdraw: ['draft', 'submitted', 'returned'],
  revive: ['withdrawn'],
};

type Move = keyof typeof SHOWN_IN;

/** Amend, withdraw, revive: each asks once more before it is done, and says why where it cannot be. */
export function OwnMoves({ application }: { readonly application: ApplicationDetail }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Move | null>(null);
  const moving = useCommand({
    run: (move: Move, key) => api.applicantMove({ path: { id: application.id }, body: { move }, headers: { 'Idempotency-Key': key } }),
    refresh: [myApplicationQuery(application.id).queryKey, myApplicationsQuery.queryKey],
    onDone: ({ status }) => {
      setAsked(null);
      if (status === 'draft') void navigate({ to: `/desk/my-applications/${application.id}/form` });
    },
  });
  const shown = (Object.keys(SHOWN_IN) as Move[]).filter((move) => SHOWN_IN[move].includes(application.status) && mayMove(application, move));
  if (shown.length === 0) return null;
  const words = { amend: t('amend'), withdraw: t('withdraw'), revive: t('revive') };
  const start = (move: Move) => (move === 'revive' ? moving.mutate(move) : setAsked(move));
  return (
    <div className="move-row no-print">
      {shown.map((move) => {
        const { allowed, reason } = mayMove(application, move) ?? { allowed: false };
        return (
          <ActionButton key={move} kind={move === 'withdraw' ? 'danger' : 'secondary'} refusal={allowed ? null : reason ? say(reason) : null} onAct={() => start(move)}>
            {words[move]}
          </ActionButton>
        );
      })}
      {asked ? (
        <div className="sure-box" role="alert">
          <p>{asked === 'amend' ? t('amend_sure') : t('withdraw_sure', { name: application.projectName || t('unnamed') })}</p>
          <button type="button" className={asked === 'withdraw' ? 'button danger' : 'button primary'} aria-disabled={moving.isPending} onClick={() => (moving.isPending ? undefined : moving.mutate(asked))}>
            {words[asked]}
          </button>
          <button type="button" className="button" onClick={() => setAsked(null)}>
            {t('cancel')}
          </button>
        </div>
      ) : null}
      {moving.error ? <ErrorNote error={moving.error} kept="" /> : null}
    </div>
  );
}
