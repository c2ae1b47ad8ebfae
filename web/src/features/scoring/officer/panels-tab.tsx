import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useCommand, type BlocOverview, type NamedSeatView, type StageOverview } from '../../../api/index.js';
import { Empty, ErrorNote, Instant, useJoin, useSay, useTexts } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { ScoringTable } from '../scoring-table.js';
import { seatsQuery } from '../queries.js';
import { DrawDialog } from './draw-dialog.js';
import { officerTexts } from './officer-texts.js';
import { InvitationList } from './invitation-list.js';
import { PoolDialog, type PanelPlace } from './pool-dialog.js';
import { SlotsPart } from '../slots/slots-part.js';
import { ReasonModal } from './reason-modal.js';

interface PanelsProps {
  readonly callId: string;
  readonly mine: boolean;
  readonly stage: StageOverview;
}

/** Who sits on each panel of the stage, and the two ways to seat somebody. */
export function PanelsTab({ callId, mine, stage }: PanelsProps) {
  const t = useTexts(officerTexts);
  const { data: seats, error, refetch } = useQuery(seatsQuery(callId));
  if (error && !seats) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!seats) return <p className="quiet" role="status">{t('loading')}</p>;
  return (
    <>
      {stage.blocs.map((bloc) => (
        <Bloc key={bloc.key} callId={callId} mine={mine && stage.status !== 'sealed'} stage={stage} bloc={bloc} seats={seats.filter(({ stageKey, blocKey }) => stageKey === stage.key && blocKey === bloc.key)} />
      ))}
    </>
  );
}

interface BlocProps extends PanelsProps {
  readonly bloc: BlocOverview;
  readonly seats: readonly NamedSeatView[];
}

function Bloc({ callId, mine, stage, bloc, seats }: BlocProps) {
  const say = useSay();
  const join = useJoin();
  const t = useTexts(officerTexts);
  const [open, setOpen] = useState<'pool' | 'draw' | null>(null);
  const place = { callId, stageKey: stage.key, blocKey: bloc.key };
  const external = bloc.kind === 'external';
  return (
    <section className="panel-bloc">
      <header>
        <h2>{say(bloc.title)}</h2>
        <p className="quiet figures">{external ? t('bloc_external') : `${t('bloc_facts', { weight: bloc.weight, judges: bloc.judges, quorum: bloc.quorum })} · ${t(`blind_${bloc.blind}`)}`}</p>
        {bloc.composition.length > 0 ? <p className="quiet">{t('composition', { list: join(bloc.composition.map(say)) })}</p> : null}
      </header>
      {external ? null : <Seats mine={mine} seats={seats} />}
      {mine && !external ? (
        <p className="panel-tools">
          <button type="button" className={`button ${bloc.draw === 'named' && bloc.seated < bloc.quorum ? 'primary' : ''}`} onClick={() => setOpen('pool')}>
            {t('name_judge')}
          </button>
          <button type="button" className={`button ${bloc.draw === 'random' && bloc.seated < bloc.quorum ? 'primary' : ''}`} onClick={() => setOpen('draw')}>
            {t('draw_judges')}
          </button>
          {bloc.draw === 'random' ? <span className="quiet">{t('draw_rule')}</span> : null}
        </p>
      ) : null}
      {external ? null : <Others place={place} mine={mine} />}
      {open === 'pool' ? <PoolDialog place={place} seated={seats.filter(({ status }) => status === 'seated').map(({ accountId }) => accountId)} onClose={() => setOpen(null)} /> : null}
      {open === 'draw' ? <DrawDialog place={place} wanted={bloc.judges} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

function Others({ place, mine }: { readonly place: PanelPlace; readonly mine: boolean }) {
  return (
    <>
      <InvitationList place={place} />
      <SlotsPart place={place} mine={mine} />
    </>
  );
}

function Seats({ mine, seats }: { readonly mine: boolean; readonly seats: readonly NamedSeatView[] }) {
  const t = useTexts(officerTexts);
  if (seats.length === 0) return <Empty small why={t('seat_empty')} what={t('seat_empty_what')} />;
  return (
    <ScoringTable>
      <thead>
        <tr>
          <th scope="col">{t('alias')}</th>
          <th scope="col">{t('judge')}</th>
          <th scope="col">{t('seated_at')}</th>
          <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <tr key={seat.id} className={seat.status === 'seated' ? '' : 'seat-gone'}>
            <td><Alias name={seat.alias} /></td>
            <th scope="row">{seat.name}</th>
            <td>
              <Instant at={seat.seatedAt} zone={false} />
            </td>
            <td className="right">{seat.status === 'seated' ? mine ? <Unseat seat={seat} /> : null : <span className="quiet">{t('unseated', { reason: seat.reason ?? '' })}</span>}</td>
          </tr>
        ))}
      </tbody>
    </ScoringTable>
  );
}

function Unseat({ seat }: { readonly seat: NamedSeatView }) {
  const t = useTexts(officerTexts);
  const [open, setOpen] = useState(false);
  const unseat = useCommand<string, unknown>({
    run: (reason, key) => api.panelUnseat({ path: { seatId: seat.id }, body: { reason }, headers: { 'Idempotency-Key': key } }), refresh: [['scoring']], onDone: () => setOpen(false),
  });
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('unseat')}
      </button>
      {open ? <ReasonModal title={t('unseat_title', { name: seat.name })} what={t('unseat_what')} ok={t('unseat')} busy={unseat.isPending} error={unseat.error} onOk={(reason) => unseat.mutate(reason)} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
