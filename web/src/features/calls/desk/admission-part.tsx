import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, newIdempotencyKey, type CallAdmissionBody, type AdmissionView, type InvitationView, type OfficerCallView } from '../../../api/index.js';
import { ActDialog, ActionButton, Empty, ErrorNote, formatInstant, TextField, useAttempt, useLanguage, useTexts } from '../../../ui/index.js';
import { admissionQuery } from '../officer-queries.js';
import { invitationTexts } from '../texts-invitations.js';

const fresh = () => ({ headers: { 'Idempotency-Key': newIdempotencyKey() } });

/** Who may apply in a call by invitation: organisations by name, a code to hand out, and what others see. */
export function AdmissionPart({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(invitationTexts);
  const language = useLanguage();
  const admission = useQuery(admissionQuery(call.id));
  if (admission.isError && !admission.data) return <ErrorNote error={admission.error} onRetry={() => void admission.refetch()} />;
  if (!admission.data) return null;
  const refusal = admission.data.changing.allowed ? null : (admission.data.changing.reason?.[language] ?? null);
  return (
    <>
      <p className="quiet prose admission-lead">{t('lead')}</p>
      <Settings call={call} admission={admission.data} refusal={refusal} />
      <section className="call-part">
        <h2>{t('organisations')}</h2>
        {admission.data.invitations.length === 0 ? <Empty small why={t('nobody')} what={t('nobody_what')} /> : null}
        <Invited call={call} invitations={admission.data.invitations} refusal={refusal} />
      </section>
      {refusal ? null : (
        <section className="call-part">
          <h2>{t('invite_more')}</h2>
          <Invite call={call} admission={admission.data} />
        </section>
      )}
    </>
  );
}

function useKept(callId: string): (answer: Promise<AdmissionView>) => Promise<void> {
  const queries = useQueryClient();
  return async (answer) => {
    queries.setQueryData(admissionQuery(callId).queryKey, await answer);
  };
}

interface PartProps {
  readonly call: OfficerCallView;
  readonly admission: AdmissionView;
}

function Settings({ call, admission, refusal }: PartProps & { readonly refusal: string | null }) {
  const t = useTexts(invitationTexts);
  const keep = useKept(call.id);
  const { busy, error, attempt } = useAttempt();
  const { listed, code } = admission;
  const set = (body: CallAdmissionBody) => keep(api.admissionSet({ path: { id: call.id }, body, ...fresh() }));
  return (
    <>
      <section className="call-part">
        <h2>{t('others_see')}</h2>
        <label className="choice-line">
          <input type="checkbox" checked={listed} disabled={busy || refusal !== null} onChange={(event) => void attempt(() => set({ listed: event.target.checked, code: 'keep' }))} />
          <span>{t('listed')}</span>
          <span className="quiet">{t(listed ? 'listed_so' : 'unlisted_so')}</span>
        </label>
        {error ? <ErrorNote error={error} /> : null}
      </section>
      <section className="call-part">
        <h2>{t('code')}</h2>
        {code ? (
          <>
            <p className="access-code figures">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
            <p className="quiet">{t('code_link')}</p>
            <p className="access-link">{`${location.origin}/calls/${call.id}?code=${code}`}</p>
          </>
        ) : (
          <p className="quiet">{t('code_none')}</p>
        )}
        <div className="part-tools">
          <ActDialog label={t(code ? 'code_renew' : 'code_make')} kind="secondary" refusal={refusal} onAct={() => set({ listed, code: 'new' })}>
            <p>{t(code ? 'code_renew_say' : 'code_make_say')}</p>
          </ActDialog>
          {code ? (
            <ActDialog label={t('code_end')} kind="secondary" refusal={refusal} onAct={() => set({ listed, code: 'none' })}>
              <p>{t('code_end_say')}</p>
            </ActDialog>
          ) : null}
        </div>
      </section>
    </>
  );
}

/** Seeks by name or credit code among the organisations that have registered. */
function Invite({ call, admission }: PartProps) {
  const t = useTexts(invitationTexts);
  const keep = useKept(call.id);
  const [words, setWords] = useState('');
  const [sought, setSought] = useState('');
  const { busy, error, attempt } = useAttempt();
  const found = useQuery({ queryKey: ['organisations', 'to-invite', sought], queryFn: () => api.organisationStaffList({ query: { words: sought, limit: 10 } }), enabled: sought !== '' });
  const invited = new Set(admission.invitations.map(({ organisationId }) => organisationId));
  const seek = (event: FormEvent) => {
    event.preventDefault();
    setSought(words.trim());
  };
  return (
    <>
      <form role="search" aria-label={t('seek')} className="invite-search" onSubmit={seek}>
        <TextField label={t('seek')} hint={t('seek_hint')} value={words} onChange={(event) => setWords(event.target.value)} />
        <button type="submit" className="button">
          {t('seek_do')}
        </button>
      </form>
      {error ? <ErrorNote error={error} /> : null}
      {found.data && found.data.items.length === 0 ? <p className="quiet">{t('seek_none')}</p> : null}
      <ul className="invite-rows">
        {found.data?.items.map(({ id, name, creditCode }) => (
          <li key={id}>
            <span className="stacked">
              {name}
              <span className="quiet figures">{creditCode ?? t('no_credit_code')}</span>
            </span>
            <ActionButton kind="secondary" busy={busy} refusal={invited.has(id) ? t('is_invited') : null} onAct={() => void attempt(() => keep(api.admissionInvite({ path: { id: call.id }, body: { organisationIds: [id] }, ...fresh() })))}>
              {t('invite')}
            </ActionButton>
          </li>
        ))}
      </ul>
    </>
  );
}

interface InvitedProps {
  readonly call: OfficerCallView;
  readonly invitations: readonly InvitationView[];
  readonly refusal: string | null;
}

function Invited({ call, invitations, refusal }: InvitedProps) {
  const t = useTexts(invitationTexts);
  const keep = useKept(call.id);
  const organisations = useQueries({ queries: invitations.map(({ organisationId }) => ({ queryKey: ['organisations', 'one', organisationId], queryFn: () => api.organisationMemberOne({ path: { id: organisationId } }) })) });
  return (
    <ul className="invite-rows">
      {invitations.map(({ organisationId, way, addedAt }, at) => (
        <li key={organisationId}>
          <span className="stacked">
            {organisations[at]?.data?.name ?? '…'}
            <span className="quiet">{t(way === 'named' ? 'by_name' : 'by_code', { at: formatInstant(new Date(addedAt)) })}</span>
          </span>
          <ActDialog label={t('uninvite')} kind="secondary" refusal={refusal} onAct={() => keep(api.admissionUninvite({ path: { id: call.id, organisationId }, ...fresh() }))}>
            <p>{t('uninvite_say')}</p>
          </ActDialog>
        </li>
      ))}
    </ul>
  );
}
