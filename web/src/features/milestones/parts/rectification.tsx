import { api, useCommand, type RectificationMoveView, type RectificationView } from '../../../api/index.js';
import { ActDialog, DocumentLink, DueDay, Facts, formatInstant, StatusMark, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { mendingTexts } from '../texts-mending.js';
import { AnswerForm } from './rectification-answer.js';

const TONES = { ordered: 'late', returned: 'late', answered: 'waiting', accepted: 'done' } as const;

/** One order to mend the project: what, by when, what follows otherwise, what the grantee says, and the re-examination. */
export function Rectification({ order }: { readonly order: RectificationView }) {
  const t = useTexts(mendingTexts);
  const say = useSay();
  const answering = order.moves.some(({ move }) => move === 'answer');
  return (
    <section className={`record-part mending ${order.status === 'accepted' ? '' : 'open'}`} aria-label={t('title')}>
      <header>
        <h2>{t('title')}</h2>
        <StatusMark word={say(order.label)} tone={TONES[order.status as keyof typeof TONES]} />
      </header>
      <Facts label={t('title')} facts={factsOf(order, t, say)} />
      {order.status === 'returned' && order.note ? (
        <div className="returned-note">
          <h3>{t('returned')}</h3>
          <p className="report-prose">{order.note}</p>
        </div>
      ) : null}
      {order.answer ? <Answer order={order} /> : null}
      {answering ? <AnswerForm key={order.id} order={order} /> : null}
      {order.moves.some(({ move }) => move === 'accept') ? <Examine order={order} /> : null}
      {order.status === 'accepted' && order.decidedAt ? <p className="quiet">{t('accepted_by', { who: order.decidedBy ?? t('somebody'), when: formatInstant(new Date(order.decidedAt)) })}</p> : null}
    </section>
  );
}

function factsOf(order: RectificationView, t: ReturnType<typeof useTexts<(typeof mendingTexts)['texts']>>, say: ReturnType<typeof useSay>) {
  const { demand, dueOn, status, otherwise, evaluation, orderedBy, orderedAt } = order;
  const ordered = t('ordered', { who: orderedBy ?? t('somebody'), when: formatInstant(new Date(orderedAt)) });
  const consequences = [...otherwise.map((one) => say(one)), ...(evaluation ? [t('otherwise_money')] : []), t('otherwise_stop')];
  return [
    { label: t('demand'), value: <span className="report-prose">{demand}</span>, note: ordered },
    { label: t('by'), value: <DueDay day={dueOn} open={status === 'ordered' || status === 'returned'} /> },
    ...(status === 'accepted' ? [] : [{ label: t('otherwise'), value: <ul className="mending-otherwise">{consequences.map((one) => <li key={one}>{one}</li>)}</ul> }]),
    ...(evaluation ? [{ label: t('after'), value: say(evaluation) }] : []),
  ];
}

function Answer({ order }: { readonly order: RectificationView }) {
  const t = useTexts(mendingTexts);
  return (
    <div className="mending-answer">
      <h3>{t('answer')}</h3>
      <p className="report-prose">{order.answer}</p>
      {order.files.length > 0 ? (
        <ul className="plain">
          {order.files.map(({ id, name }) => (
            <li key={id}>
              <DocumentLink id={id} name={name} />
            </li>
          ))}
        </ul>
      ) : null}
      {order.answeredAt ? <p className="quiet">{t('answered', { who: order.answeredBy ?? t('somebody'), when: formatInstant(new Date(order.answeredAt)) })}</p> : null}
    </div>
  );
}

function Examine({ order }: { readonly order: RectificationView }) {
  const t = useTexts(mendingTexts);
  const say = useSay();
  const decide = useCommand<{ move: 'accept' | 'return'; note?: string }>({ run: (body, key) => api.rectificationsDecide({ path: { id: order.id }, body, headers: { 'Idempotency-Key': key } }), refresh: AFTER_WRITE });
  const refusalOf = (wanted: string) => against(order.moves.find(({ move }) => move === wanted), say);
  return (
    <div className="act-row no-print">
      <ActDialog label={t('accept')} icon="check" refusal={refusalOf('accept')} onAct={() => decide.mutateAsync({ move: 'accept' })}>
        <p>{t('accept_follows')}</p>
      </ActDialog>
      <ActDialog label={t('return')} kind="danger" refusal={refusalOf('return')} reason={{ label: t('return_reason'), least: 4 }} onAct={(note) => decide.mutateAsync({ move: 'return', note })}>
        <p>{t('return_follows')}</p>
      </ActDialog>
    </div>
  );
}

const against = (move: RectificationMoveView | undefined, say: ReturnType<typeof useSay>): string | null => (move && !move.allowed && move.reason ? say(move.reason) : null);
