import { api, useCommand, type ObjectionDetail } from '../../../api/index.js';
import { ActDialog, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { texts } from '../texts.js';

type Move = ObjectionDetail['moves'][number]['move'];

/** What an upheld objection is answered with stands on the notice that comes down. */
const REPLY = { admit: 'admit_reply', uphold: 'reply_public' } as const;

/** The moves of an objection, each with what follows from it; every one but the admission is an answer in writing. */
export function JudgeObjection({ objection }: { readonly objection: ObjectionDetail }) {
  const t = useTexts(texts);
  const say = useSay();
  const judge = useCommand<{ move: Move; reply: string }>({
    run: (body, key) => api.awardsJudge({ path: { id: objection.id }, body, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  const follows = (move: Move) => (move === 'uphold' ? t(objection.projectName ? 'uphold_follows_project' : 'uphold_follows_list') : t(`${move}_follows`));
  return (
    <div className="act-row no-print">
      {objection.moves.map(({ move, allowed, reason }) => (
        <ActDialog
          key={move}
          label={t(move)}
          kind={move === 'uphold' ? 'danger' : move === 'admit' ? 'primary' : 'secondary'}
          refusal={!allowed && reason ? say(reason) : null}
          reason={{ label: t(move === 'admit' || move === 'uphold' ? REPLY[move] : 'reply'), least: 4 }}
          onAct={(reply) => judge.mutateAsync({ move, reply })}
        >
          <p>{follows(move)}</p>
        </ActDialog>
      ))}
    </div>
  );
}
