import { useQueries, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, useCommand, type CallAdmissionBody, type AdmissionView, type InvitationView, type OfficerCallView } from '../../../api/index.js';
import { ActDialog, ActionButton, copyText, Empty, ErrorNote, formatInstant, TextField, useLanguage, useTexts } from '../../../ui/index.js';
import { admissionQuery } from '../officer-queries.js';
import { invitationTexts } from '../texts-invitations.js';

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

type Headers = { readonly headers: { readonly 'Idempotency-Key': string } };

function useAdmitting<Input>(callId: string, send: (input: Input, key: Headers) => Promise<AdmissionView>) {
  return useCommand<Input, AdmissionView>({ run: (input, key) => send(input, { headers: { 'Idempotency-Key': key } }), refresh: [admissionQuery(callId).queryKey] });
}

interface PartProps {
  readonly call: OfficerCallView;
  readonly admission: AdmissionView;
}

function CodeLink({ link }: { readonly link: string }) {
  const t = useTexts(invitationTexts);
  const [copied, setCopied] = useState(false);
  return (
    <p className="access-link">
      <span>{link}</span>{' '}
      <button type="button" className="link-button" onClick={() => void copyText(link).then(setCopied)}>
        {t(copied ? 'code_copied' : 'code_copy')}
      </button>
    </p>
  );
}

function Settings({ call, admission, refusal }: PartProps & { readonly refusal: string | null }) {
  const t = useTexts(invitationTexts);
  const set = useAdmitting<CallAdmissionBody>(call.id, (body, key) => api.admissionSet({ path: { id: call.id }, body, ...key }));
  const show = useAdmitting<CallAdmissionBody>(call.id, (body, key) => api.admissionSet({ path: { id: call.id }, body, ...key }));
  const { listed, code } = admission;
  return (
    <>
      <section className="call-part">
        <h2>{t('others_see')}</h2>
        <label className="choice-line">
          <input type="checkbox" checked={listed} disabled={show.isPending || refusal !== null} onChange={(event) => show.mutate({ listed: event.target.checked, code: 'keep' })} />
          <span>{t('listed')}</span>
          <span className="quiet">{t(listed ? 'listed_so' : 'unlisted_so')}</span>
        </label>
        {show.error ? <ErrorNote error={show.error} /> : null}
      </section>
      <section className="call-part">
        <h2>{t('code')}</h2>
        {code ? (
          <>
            <p className="access-code figures">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
            <p className="quiet">{t('code_link')}</p>
            <CodeLink link={`${location.origin}/calls/${call.id}?code=${code}`} />
          </>
        ) : (
          <p className="quiet">{t('code_none')}</p>
        )}
        <div className="part-tools">
          <ActDialog label={t(code ? 'code_renew' : 'code_make')} kind="secondary" refusal={refusal} onAct={() => set.mutateAsync({ listed, code: 'new' })}>
            <p>{t(code ? 'code_renew_say' : 'code_make_say')}</p>
          </ActDialog>
          {code ? (
            <ActDialog label={t('code_end')} kind="secondary" refusal={refusal} onAct={() => set.mutateAsync({ listed, code: 'none' })}>
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
  const invite = useAdmitting<string>(call.id, (id, key) => api.admissionInvite({ path: { id: call.id }, body: { organisationIds: [id] }, ...key }));
  const [words, setWords] = useState('');
  const [sought, setSought] = useState('');
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
      {invite.error ? <ErrorNote error={invite.error} /> : null}
      {found.isError ? <ErrorNote error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isLoading ? <p role="status" className="quiet">{t('seeking')}</p> : null}
      {found.data && found.data.items.length === 0 ? <p className="quiet">{t('seek_none')}</p> : null}
      <ul className="invite-rows">
        {found.data?.items.map(({ id, name, creditCode }) => (
          <li key={id}>
            <span className="stacked">
              {name}
              <span className="quiet figures">{creditCode ?? t('no_credit_code')}</span>
            </span>
            <ActionButton kind="secondary" busy={invite.isPending} refusal={invited.has(id) ? t('is_invited') : null} onAct={() => invite.mutate(id)}>
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
  const uninvite = useAdmitting<string>(call.id, (organisationId, key) => api.admissionUninvite({ path: { id: call.id, organisationId }, ...key }));
  const organisations = useQueries({ queries: invitations.map(({ organisationId }) => ({ queryKey: ['organisations', 'one', organisationId], queryFn: () => api.organisationMemberOne({ path: { id: organisationId } }) })) });
  return (
    <ul className="invite-rows">
      {invitations.map(({ organisationId, way, addedAt }, at) => (
        <li key={organisationId}>
          <span className="stacked">
            {organisations[at]?.data?.name ?? (organisations[at]?.isError ? t('name_unread') : '…')}
            <span className="quiet">{t(way === 'named' ? 'by_name' : 'by_code', { at: formatInstant(new Date(addedAt)) })}</span>
          </span>
          <ActDialog label={t('uninvite')} kind="secondary" refusal={refusal} onAct={() => uninvite.mutateAsync(organisationId)}>
            <p>{t('uninvite_say')}</p>
          </ActDialog>
        </li>
      ))}
    </ul>
  );
}
