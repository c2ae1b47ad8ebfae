import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { ConsoleTurnView } from '../../../api/index.js';
import { ActionButton, ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import type { Host, Move } from './use-turns.js';

/** What can be done with this turn now: the way forward first; what needs a reason asks for it. */
export function TurnMoves({ turn, host }: { readonly turn: ConsoleTurnView; readonly host: Host }) {
  const say = useSay();
  const [asking, setAsking] = useState<Move | null>(null);
  const forward = turn.moves.find(({ move }) => FORWARD.includes(move));
  const act = (move: string, needsReason: boolean) => (needsReason ? setAsking(move as Move) : host.move.mutate({ id: turn.id, move: move as Move }));
  return (
    <div className="turn-moves">
      {turn.moves.filter(({ move, allowed }) => allowed || FORWARD.includes(move)).map(({ move, label, allowed, reason, needsReason }) => (
        <ActionButton
          key={move}
          kind={move === forward?.move ? 'primary' : move === 'forfeit' ? 'danger' : 'secondary'}
          busy={host.move.isPending && host.move.variables?.move === move}
          refusal={allowed || !reason ? null : say(reason)}
          onAct={() => act(move, needsReason)}
        >
          {say(label)}
        </ActionButton>
      ))}
      {asking ? <ReasonDialog turn={turn} move={asking} host={host} onClose={() => setAsking(null)} /> : null}
    </div>
  );
}

/** For a project that is over: its scoring can be opened again where a judge is still missing. */
export function OpenAgain({ turn, host }: { readonly turn: ConsoleTurnView; readonly host: Host }) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const again = turn.moves.find(({ move, allowed }) => move === 'rescore' && allowed);
  if (!again || turn.waiting.length === 0) return null;
  return (
    <>
      <button type="button" className="link-button" onClick={() => setAsking(true)}>
        {say(again.label)}
      </button>
      {asking ? <ReasonDialog turn={turn} move="rescore" host={host} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

const FORWARD: readonly string[] = ['present', 'question', 'score', 'finish'];

interface ReasonDialogProps {
  readonly turn: ConsoleTurnView;
  readonly move: Move;
  readonly host: Host;
  readonly onClose: () => void;
}

function ReasonDialog({ turn, move, host, onClose }: ReasonDialogProps) {
  const say = useSay();
  const t = useTexts(texts);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 2;
  const what = t(`reason_${move === 'postpone' || move === 'forfeit' || move === 'rescore' ? move : 'finish'}`);
  const label = turn.moves.find((one) => one.move === move)?.label;
  const send = () => {
    setTried(true);
    if (!short) host.move.mutate({ id: turn.id, move, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Modal open title={label ? `${turn.projectName} · ${say(label)}` : t('reason_title')} okText={label ? say(label) : t('done')} cancelText={t('cancel')} confirmLoading={host.move.isPending} onOk={send} onCancel={onClose}>
      <p>{what}</p>
      <div className="field">
        <label htmlFor="turn-reason">{t('reason')}</label>
        <Input.TextArea id="turn-reason" rows={3} maxLength={500} value={reason} autoFocus status={tried && short ? 'error' : ''} onChange={(event) => setReason(event.target.value)} />
        {tried && short ? <span className="wrong">{t('reason_due')}</span> : null}
      </div>
      {tried && !short && host.move.isError ? <ErrorNote error={host.move.error} /> : null}
    </Modal>
  );
}
