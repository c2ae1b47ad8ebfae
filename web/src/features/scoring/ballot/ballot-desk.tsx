import { Link } from '@tanstack/react-router';
import { api, useCommand, type BallotRowView, type BallotView } from '../../../api/index.js';
import { ActDialog, AutosaveMark, ErrorNote, Icon, useSay, useTexts } from '../../../ui/index.js';
import { OrderList } from '../order/order-list.js';
import { ballotTexts } from './ballot-texts.js';
import { useBallot, type Balloting } from './use-ballot.js';

interface DeskProps {
  readonly view: BallotView;
}

/** Declares, reads, puts in order, hands in. */
export function BallotDesk({ view }: DeskProps) {
  const say = useSay();
  const t = useTexts(ballotTexts);
  const ballot = useBallot(view);
  const undeclared = view.rows.filter(({ conflict }) => conflict === null);
  const hers = view.rows.filter(({ conflict, abstained }) => conflict === 'none' && !abstained);
  const [mine, ahead] = [hers.filter(({ rankable }) => rankable), hers.filter(({ rankable }) => !rankable)];
  const aside = view.rows.filter(({ conflict, abstained }) => conflict === 'has' || conflict === 'unsure' || abstained);
  const rest = mine.filter(({ applicationId }) => !ballot.order.includes(applicationId));
  if (view.refusal) return <p className="judge-note tone-waiting" role="status"><Icon name="lock" /><span>{say(view.refusal)}</span></p>;
  return (
    <>
      {undeclared.length > 0 ? <Undeclared view={view} rows={undeclared} /> : null}
      <section aria-labelledby="ballot-order">
        <h2 id="ballot-order">{t('order')}</h2>
        {ballot.order.length === 0 ? <p className="quiet">{t('order_empty')}</p> : <Ordered view={view} mine={mine} ballot={ballot} />}
      </section>
      {rest.length > 0 ? (
        <section aria-labelledby="ballot-rest">
          <h2 id="ballot-rest">{t('waiting')}</h2>
          <ul className="ballot-rest">
            {rest.map((row) => (
              <li key={row.applicationId}>
                <Name row={row} />
                <span className="ballot-acts">
                  <ReadLink view={view} row={row} />
                  <button type="button" className="button" aria-label={t('add_name', { name: row.projectName })} onClick={() => ballot.put([...ballot.order, row.applicationId])}>
                    {t('add')}
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {ahead.length > 0 ? <p className="quiet ballot-apart">{`${t('to_present')} · ${ahead.map(({ number, projectName }) => `${number} ${projectName}`).join(' · ')}`}</p> : null}
      {aside.length > 0 ? <p className="quiet ballot-apart">{`${t('aside')} · ${aside.map(({ number, projectName }) => `${number} ${projectName}`).join(' · ')}`}</p> : null}
      <Bar view={view} ballot={ballot} undeclared={undeclared.length} left={rest.length} ahead={ahead.length} />
    </>
  );
}

function Undeclared({ view, rows }: DeskProps & { readonly rows: readonly BallotRowView[] }) {
  const t = useTexts(ballotTexts);
  return (
    <section className="ballot-undeclared" aria-labelledby="ballot-undeclared">
      <h2 id="ballot-undeclared">{t('undeclared')}</h2>
      <p className="quiet">{t('undeclared_what')}</p>
      <ul className="ballot-rest">
        {rows.map((row) => (
          <Declare key={row.applicationId} view={view} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Declare({ view: { seatId }, row }: DeskProps & { readonly row: BallotRowView }) {
  const t = useTexts(ballotTexts);
  const { applicationId, projectName } = row;
  const declare = useCommand<void, unknown>({ run: (_, key) => api.judgingDeclare({ path: { seatId, applicationId }, body: { verdict: 'none' }, headers: { 'Idempotency-Key': key } }), refresh: [['judging']] });
  return (
    <li>
      <Name row={row} />
      <span className="ballot-acts">
        <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId, applicationId } as never} className="link-button" aria-label={`${t('tied')} · ${projectName}`}>
          {t('tied')}
        </Link>
        <button type="button" className="button" aria-disabled={declare.isPending} aria-label={`${t('none')} · ${projectName}`} onClick={() => (declare.isPending ? undefined : declare.mutate())}>
          {t('none')}
        </button>
      </span>
      {declare.error ? <ErrorNote error={declare.error} /> : null}
    </li>
  );
}

function Ordered({ view, mine, ballot }: DeskProps & { readonly mine: readonly BallotRowView[]; readonly ballot: Balloting }) {
  const t = useTexts(ballotTexts);
  const items = ballot.order.flatMap((id) => {
    const row = mine.find(({ applicationId }) => applicationId === id);
    if (!row) return [];
    const acts = (
      <>
        <ReadLink view={view} row={row} />
        <button type="button" className="link-button" aria-label={t('take_out_name', { name: row.projectName })} onClick={() => ballot.put(ballot.order.filter((one) => one !== id))}>
          {t('take_out')}
        </button>
      </>
    );
    return [{ id, name: row.projectName, note: row.number, acts }];
  });
  return <OrderList label={t('order')} items={items} onOrder={ballot.put} />;
}

function Name({ row }: { readonly row: BallotRowView }) {
  return (
    <span className="ballot-name">
      {row.projectName} <span className="quiet figures">{row.number}</span>
    </span>
  );
}

function ReadLink({ view: { seatId }, row: { applicationId, projectName } }: DeskProps & { readonly row: BallotRowView }) {
  const t = useTexts(ballotTexts);
  return (
    <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId, applicationId } as never} className="link-button" aria-label={t('read_name', { name: projectName })}>
      {t('read')}
    </Link>
  );
}

/** Always in sight: how it is kept, and the act with what still stands against it. */
function Bar({ view, ballot, undeclared, left, ahead }: DeskProps & { readonly ballot: Balloting; readonly undeclared: number; readonly left: number; readonly ahead: number }) {
  const t = useTexts(ballotTexts);
  const refusal = undeclared > 0 ? t('due_declare', { count: undeclared }) : ahead > 0 ? t('due_present', { count: ahead }) : ballot.order.length === 0 ? t('due_first') : !view.partial && left > 0 ? t('due_rank', { count: left }) : null;
  if (ballot.waiting) return <Waiting ballot={ballot} />;
  return (
    <div className="ballot-bar no-print">
      <AutosaveMark state={ballot.mark} onRetry={ballot.retry} />
      {ballot.clash ? (
        <span className="tone-late ballot-clash">
          {t('clash')}{' '}
          <button type="button" className="link-button" onClick={ballot.takeTheirs}>
            {t('take_theirs')}
          </button>
        </span>
      ) : null}
      <ActDialog label={t('submit')} refusal={refusal} icon="lock" onAct={ballot.submit}>
        <p>
          {t('submit_ranked', { count: ballot.order.length })} {left > 0 ? t('submit_left', { count: left }) : ''}
        </p>
        <p>{t('submit_what')}</p>
      </ActDialog>
    </div>
  );
}

/** Handed in while no answer comes: it is repeated with one key until it has arrived, and can be taken back before. */
function Waiting({ ballot }: { readonly ballot: Balloting }) {
  const t = useTexts(ballotTexts);
  return (
    <div className="ballot-bar no-print tone-waiting" role="status">
      <p className="ballot-waits"><Icon name="offline" /><span>{t('waits_network')}</span></p>
      <button type="button" className="button" onClick={ballot.retry}>{t('send_now')}</button>
      <button type="button" className="link-button" onClick={ballot.takeBack}>{t('take_back')}</button>
    </div>
  );
}
