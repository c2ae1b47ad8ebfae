import { api, useCommand, type CallCountsView, type MoveCallBody, type MoveView, type OfficerCallView } from '../../../api/index.js';
import { ActDialog, formatInstant, useLanguage, useTexts } from '../../../ui/index.js';
import { CALLS } from '../officer-queries.js';
import { officerTexts } from '../texts-officer.js';
import { ExtendDeadline } from './extend-deadline.js';
import { SupplementDialog } from './supplement-dialog.js';

interface ActionsProps {
  readonly call: OfficerCallView;
  readonly counts: CallCountsView | undefined;
}

/** Every move out of the present state but the publishing, which stands with what is looked at before it: what it does and to whom, or the server's reason why not. */
export function ActionsPart({ call, counts }: ActionsProps) {
  const t = useTexts(officerTexts);
  const extendable = call.status === 'published' || call.status === 'open';
  return (
    <section className="call-part">
      <h2>{t('actions')}</h2>
      <ul className="act-rows">
        {call.moves.filter(({ move }) => move !== 'publish').map((move) => (
          <MoveRow key={move.move} call={call} move={move} counts={counts} />
        ))}
        {extendable ? <ExtendDeadline call={call} counts={counts} /> : null}
        <SupplementDialog call={call} counts={counts} />
      </ul>
    </section>
  );
}

export function useTold(counts: CallCountsView | undefined): string {
  const t = useTexts(officerTexts);
  const many = counts?.organisations ?? 0;
  return many === 0 ? t('told_nobody') : t('told_many', { count: many });
}

type Move = MoveCallBody['move'];

/** Publishing, where the list of what stands against it ends. */
export function PublishRow({ call, counts }: ActionsProps) {
  const publish = call.moves.find(({ move }) => move === 'publish');
  if (!publish) return null;
  return (
    <ul className="act-rows">
      <MoveRow call={call} move={publish} counts={counts} />
    </ul>
  );
}

function MoveRow({ call, move, counts }: ActionsProps & { readonly move: MoveView }) {
  const t = useTexts(officerTexts);
  const language = useLanguage();
  const run = useCommand<string, OfficerCallView>({
    run: (reason, key) => api.callsMove({ path: { id: call.id }, body: { move: move.move as Move, ...(reason ? { reason } : {}) }, headers: { 'Idempotency-Key': key } }),
    refresh: [CALLS],
  });
  const what = useConsequences(call, move.move as Move, counts);
  const risky = move.move === 'cancel' || move.move === 'suspend';
  return (
    <li>
      <span className="what">{what}</span>
      <ActDialog
        label={t(`act_${move.move as Move}`)}
        kind={risky ? 'danger' : move.move === 'publish' ? 'primary' : 'secondary'}
        refusal={move.allowed ? null : (move.reason?.[language] ?? null)}
        {...(move.needsReason ? { reason: { label: t('reason'), hint: t('reason_hint'), least: 4 } } : {})}
        onAct={run.mutateAsync}
      >
        <p>{what}</p>
      </ActDialog>
    </li>
  );
}

function useConsequences(call: OfficerCallView, move: Move, counts: CallCountsView | undefined): string {
  const t = useTexts(officerTexts);
  const told = useTold(counts);
  const day = (at: string | null) => (at ? formatInstant(new Date(at)) : '…');
  const words: Record<Move, string> = {
    publish: t('say_publish', { opens: day(call.opensAt as string | null), closes: day(call.closesAt as string | null) }),
    collect_needs: t('say_collect_needs'), open: t('say_open'), close: t('say_close'),
    suspend: t('say_suspend', { told }), resume: t('say_resume', { told }), cancel: t('say_cancel', { told }),
  };
  return words[move];
}
