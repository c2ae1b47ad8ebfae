import { useQuery } from '@tanstack/react-query';
import { api, useCommand, type CallCountsView, type DecideExtensionBody, type ExtensionMoveView, type ExtensionView, type OfficerCallView } from '../../../api/index.js';
import { ActDialog, formatInstant, StatusMark, useLanguage, useMarks, useTexts, type Tone } from '../../../ui/index.js';
import { CALLS, extensionsQuery } from '../officer-queries.js';
import { officerTexts } from '../texts-officer.js';
import { roundTexts } from '../texts-round.js';
import { useTold } from './actions-part.js';

interface ExtensionsProps {
  readonly call: OfficerCallView;
  readonly counts: CallCountsView | undefined;
}

const TONES: Record<string, Tone> = { proposed: 'waiting', confirmed: 'done', declined: 'late', withdrawn: 'quiet' };

/** The proposal that waits for another officer, first; below it what was decided before. */
export function ExtensionsPart({ call, counts }: ExtensionsProps) {
  const r = useTexts(roundTexts);
  const items = useQuery(extensionsQuery(call.id)).data?.items ?? [];
  const waiting = items.find(({ status }) => status === 'proposed');
  const past = items.filter(({ status }) => status !== 'proposed');
  return (
    <>
      {waiting ? (
        <section className="call-part extension-waiting" aria-labelledby="extension-waiting">
          <h2 id="extension-waiting">{r('extend_waiting')}</h2>
          <Told extension={waiting} />
          <ul className="extension-acts">
            {waiting.moves.map((move) => (
              <Decision key={move.move} call={call} counts={counts} extension={waiting} move={move} />
            ))}
          </ul>
        </section>
      ) : null}
      {past.length > 0 ? (
        <section className="call-part">
          <h2>{r('extend_past')}</h2>
          <ol className="version-list">
            {past.map((extension) => (
              <li key={extension.id}>
                <Told extension={extension} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}

function Told({ extension }: { readonly extension: ExtensionView }) {
  const r = useTexts(roundTexts);
  const language = useLanguage();
  const marks = useMarks();
  const day = (at: string) => formatInstant(new Date(at));
  const { status, label, formerClosesAt, closesAt, movesLater, reason, proposedByName, proposedAt, decidedByName, decidedAt, answer } = extension;
  return (
    <>
      <p className="version-head">
        <strong>{r('extend_from_to', { former: day(String(formerClosesAt)), until: day(String(closesAt)) })}</strong>
        <StatusMark word={label[language]} tone={TONES[status] ?? 'quiet'} />
      </p>
      <p>{reason}</p>
      <p className="quiet">
        {[
          r('extend_proposed', { who: proposedByName ?? '', at: day(String(proposedAt)) }), r(movesLater ? 'extend_with_later' : 'extend_without_later'),
          ...(decidedAt ? [r('extend_decided', { who: decidedByName ?? '', at: day(String(decidedAt)) })] : []), ...(answer ? [answer] : []),
        ].join(marks.semicolon)}
      </p>
    </>
  );
}

type Move = DecideExtensionBody['move'];

function Decision({ call, counts, extension, move }: ExtensionsProps & { readonly extension: ExtensionView; readonly move: ExtensionMoveView }) {
  const t = useTexts(officerTexts);
  const r = useTexts(roundTexts);
  const language = useLanguage();
  const told = useTold(counts);
  const name = move.move as Move;
  const decide = useCommand<string>({
    run: (answer, key) => api.extensionsDecide({ path: { id: call.id, extensionId: extension.id }, body: { move: name, ...(answer ? { answer } : {}) }, headers: { 'Idempotency-Key': key } }),
    refresh: [CALLS],
  });
  return (
    <li>
      <ActDialog
        label={r(`extend_${name}`)}
        kind={name === 'confirm' ? 'primary' : 'secondary'}
        refusal={move.allowed ? null : (move.reason?.[language] ?? null)}
        {...(name === 'decline' ? { reason: { label: t('reason'), least: 4 } } : {})}
        onAct={decide.mutateAsync}
      >
        <p>{r(`extend_${name}_say`, { told })}</p>
      </ActDialog>
    </li>
  );
}
