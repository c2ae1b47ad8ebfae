import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, Problem, useCommand, type PublicCallRow } from '../../../api/index.js';
import { ActionButton, Countdown, Empty, ErrorNote, Icon, Instant, PageShell, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import '../parts/own.css';
import { AlreadyThere } from '../parts/already-there.js';
import { EarlierChoice } from '../parts/earlier-choice.js';
import { SelfCheck, selfCheckQuery } from '../parts/self-check.js';
import type { Partner } from '../parts/partner-picker.js';
import { StartPartners } from '../parts/start-partners.js';
import { callsToApplyForQuery, mineToApplyAsQuery, myApplicationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';

/** Which call, for which organisation, with whom: then the form. */
export default function StartApplicationPage() {
  const t = useTexts(ownTexts);
  const calls = useQuery(callsToApplyForQuery);
  const mine = useQuery(mineToApplyAsQuery);
  const [url] = useUrlState();
  const error = calls.error ?? mine.error;
  return (
    <PageShell title={t('start_title')} back={{ to: '/desk/my-applications', label: t('back_list') }}>
      <p className="quiet">{t('start_lead')}</p>
      {error ? <ErrorNote error={error} onRetry={() => void Promise.all([calls.refetch(), mine.refetch()])} /> : null}
      {mine.data?.length === 0 ? (
        <Empty
          why={t('start_no_organisation')}
          what={t('welcome_what')}
          action={
            <Link to="/desk/my-organisations/new" search={{ next: `/desk/my-applications/start${url.call ? `?call=${url.call}` : ''}` } as never} className="button primary">
              {t('welcome_do')}
            </Link>
          }
        />
      ) : null}
      {calls.data?.items.length === 0 ? <Empty why={t('start_no_calls')} what={t('start_no_calls_do')} /> : null}
      {mine.data && mine.data.length > 0 && calls.data && calls.data.items.length > 0 ? <StartForm calls={calls.data.items} organisations={mine.data.filter(({ mergedInto }) => mergedInto === null)} /> : null}
    </PageShell>
  );
}

interface StartFormProps {
  readonly calls: readonly PublicCallRow[];
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
}

function StartForm({ calls, organisations }: StartFormProps) {
  const t = useTexts(ownTexts);
  const navigate = useNavigate();
  const [url, change] = useUrlState();
  const [chosen, setChosen] = useState(organisations[0]?.id ?? '');
  const [partners, setPartners] = useState<Partner[]>([]);
  const [earlier, setEarlier] = useState('');
  const callId = chosenCall(calls, url.call);
  const bar = useBar(callId, chosen);
  const starting = useCommand({
    run: (_: void, key) => api.applicantStart({ body: { callId: callId ?? '', organisationId: chosen, coOrganisationIds: partners.map(({ id }) => id), ...(earlier ? { fromApplicationId: earlier } : {}) }, headers: { 'Idempotency-Key': key } }),
    refresh: [myApplicationsQuery.queryKey],
    onDone: ({ id }) => void navigate({ to: `/desk/my-applications/${id}/form` }),
  });
  return (
    <div className="start-form">
      <NotOpen calls={calls} wanted={url.call} />
      <CallChoice calls={calls} chosen={callId} onChoose={(call) => change({ call }, { replace: true })} />
      <fieldset>
        <legend>{t('start_as')}</legend>
        {organisations.map(({ id, name }) => (
          <label key={id} className="call-option">
            <input type="radio" name="organisation" checked={chosen === id} onChange={() => {
              setChosen(id);
              setEarlier('');
            }} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {callId && chosen ? <AlreadyThere callId={callId} organisationId={chosen} /> : null}
      {callId && chosen ? <SelfCheck callId={callId} organisationId={chosen} /> : null}
      {callId ? <StartPartners callId={callId} leader={organisations.find(({ id }) => id === chosen)} partners={partners} onChange={setPartners} /> : null}
      <EarlierChoice organisationId={chosen} chosen={earlier} onChoose={setEarlier} />
      {starting.error ? <Refused error={starting.error} /> : null}
      <p>
        <ActionButton busy={starting.isPending} refusal={callId ? bar : t('start_choose')} onAct={() => starting.mutate()}>
          {t('start_do')}
        </ActionButton>
      </p>
    </div>
  );
}

/** The call that she came for; the only one there is, where she came for none. */
const chosenCall = (calls: readonly PublicCallRow[], wanted: string | undefined): string | undefined =>
  calls.find(({ id }) => id === wanted)?.id ?? (calls.length === 1 && !wanted ? calls[0]?.id : undefined);

/** Another call must not take the place of the one she came for unsaid. */
function NotOpen({ calls, wanted }: { readonly calls: readonly PublicCallRow[]; readonly wanted: string | undefined }) {
  const t = useTexts(ownTexts);
  if (!wanted || calls.some(({ id }) => id === wanted)) return null;
  return (
    <p className="code-line tone-waiting" role="status">
      <Icon name="alert" /> {t('start_other')}
    </p>
  );
}

/** What stands against beginning at all, in the server’s words. */
function useBar(callId: string | undefined, organisationId: string): string | null {
  const say = useSay();
  const bar = useQuery({ ...selfCheckQuery(callId ?? '', organisationId), enabled: Boolean(callId && organisationId) }).data?.bars[0];
  return bar ? say(bar.sentence) : null;
}

function CallChoice({ calls, chosen, onChoose }: { readonly calls: readonly PublicCallRow[]; readonly chosen: string | undefined; readonly onChoose: (id: string) => void }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  return (
    <fieldset>
      <legend>{t('start_call')}</legend>
      {calls.map((call) => (
        <label key={call.id} className="call-option">
          <input type="radio" name="call" checked={chosen === call.id} onChange={() => onChoose(call.id)} />
          <span>
            {say(call.title)}
            <span className="quiet">
              {t('deadline')} <Instant at={call.closesAt} /> <Countdown until={call.closesAt} />
            </span>
            <a href={`/calls/${call.id}`} target="_blank" rel="noreferrer">
              {t('read_rules')}
            </a>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Every bar by its own sentence. */
function Refused({ error }: { readonly error: Error }) {
  const t = useTexts(ownTexts);
  if (!(error instanceof Problem) || error.code !== 'may_not_apply') return <ErrorNote error={error} />;
  return (
    <div className="error-note tone-late" role="alert">
      <Icon name="alert" />
      <div>
        <p className="what">{t('refused_title')}</p>
        <ul>
          {error.problems.map(({ code, detail }) => (
            <li key={code}>{detail}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
