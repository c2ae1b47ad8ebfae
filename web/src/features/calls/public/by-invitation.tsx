import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, Problem, useCommand, useSession, type PublicCallView } from '../../../api/index.js';
import { ActionButton, ErrorNote, Icon, TextField, useTexts, useUrlState } from '../../../ui/index.js';
import { invitationTexts } from '../texts-invitations.js';

/** What somebody meets who is not invited: a plain sentence, and a place for the code. */
export function ByInvitation({ error }: { readonly error: Problem }) {
  const t = useTexts(invitationTexts);
  return <Closed title={t('closed_title')} what={error.detail} />;
}

/** An address under which there is nothing, or nothing that the reader may know of: the two look alike. */
export function AbsentCall() {
  const t = useTexts(invitationTexts);
  return <Closed title={t('absent_title')} what={t('absent_what')} />;
}

function Closed({ title, what }: { readonly title: string; readonly what: string }) {
  const t = useTexts(invitationTexts);
  const session = useSession();
  const [url, change] = useUrlState();
  const [code, setCode] = useState(url.code ?? '');
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) change({ code: code.trim() });
  };
  return (
    <article className="page call-closed">
      <h1>{title}</h1>
      <p>{what}</p>
      <form onSubmit={open} className="call-code">
        <TextField label={t('code_label')} hint={t('code_hint')} value={code} autoComplete="off" maxLength={40} wrong={url.code ? t('code_unknown') : undefined} onChange={(event) => setCode(event.target.value)} />
        <button type="submit" className="button primary">
          {t('code_open')}
        </button>
      </form>
      <p>
        <Link to="/calls">{t('all_calls')}</Link>
      </p>
      {session ? null : (
        <p>
          <Link to="/sign-in" search={{ next: location.pathname } as never}>
            {t('sign_in')}
          </Link>
        </p>
      )}
    </article>
  );
}

/** A member who came with the code registers her organisation, and can then apply. */
export function AdmitOwn({ call, code }: { readonly call: PublicCallView; readonly code: string }) {
  const t = useTexts(invitationTexts);
  const session = useSession();
  const own = useQuery({ queryKey: ['organisations', 'mine'], queryFn: () => api.organisationMemberMine(), enabled: session !== null && session !== undefined });
  const admit = useCommand<string>({
    run: (organisationId, key) => api.admissionRedeem({ path: { id: call.id }, body: { code, organisationId }, headers: { 'Idempotency-Key': key } }),
    refresh: [['public-calls']],
  });
  const done = admit.isSuccess ? own.data?.find(({ id }) => id === admit.variables)?.name : undefined;
  if (!own.data || own.data.length === 0) return null;
  return (
    <section className="call-admit no-print">
      {done ? (
        <p role="status" className="call-asked">
          <Icon name="check" />
          {t('admit_done', { name: done })}
        </p>
      ) : (
        <>
          <p>{t('admit_lead')}</p>
          {own.data.map(({ id, name }) => (
            <ActionButton key={id} kind="secondary" busy={admit.isPending} onAct={() => admit.mutate(id)}>
              {t('admit_do', { name })}
            </ActionButton>
          ))}
        </>
      )}
      {admit.error ? <ErrorNote error={admit.error} /> : null}
    </section>
  );
}
