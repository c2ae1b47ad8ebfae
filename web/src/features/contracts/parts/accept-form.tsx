import { useState } from 'react';
import { adoptSession, api, useCommand, useSession, type ContractRecordView, type ContractPartyView } from '../../../api/index.js';
import { ActionButton, EnrolFactor, ErrorNote, TextField, useFreshCode, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { texts } from '../texts.js';
import { SignedPage, type Page } from './signed-page.js';

/** One party accepts the very text above: for herself with a fresh code, or an officer for a party that signs on paper. */
export function AcceptForm({ contract, party }: { readonly contract: ContractRecordView; readonly party: ContractPartyView }) {
  const t = useTexts(texts);
  const say = useSay();
  const session = useSession();
  return (
    <section className="record-part accept-form no-print">
      <h2>{t('accept_for', { party: say(party.title) })}</h2>
      <p className="quiet">{party.onPaper ? t('accept_lead_paper') : t('accept_lead')}</p>
      {session?.secondFactorEnabled === false ? <EnrolFirst /> : <Fields contract={contract} party={party} name={party.onPaper ? '' : (session?.account.name ?? '')} />}
    </section>
  );
}

/** Whoever has no authenticator sets one up here, and goes on without leaving the contract. */
function EnrolFirst() {
  const t = useTexts(texts);
  const [begun, setBegun] = useState(false);
  return (
    <>
      <p>{t('enrol_first')}</p>
      {begun ? <EnrolFactor onEnrolled={adoptSession} /> : <ActionButton onAct={() => setBegun(true)}>{t('enrol')}</ActionButton>}
    </>
  );
}

interface FieldsProps {
  readonly contract: ContractRecordView;
  readonly party: ContractPartyView;
  readonly name: string;
}

function Fields({ contract, party, name }: FieldsProps) {
  const t = useTexts(texts);
  const fresh = useFreshCode();
  const [signatory, setSignatory] = useState(name);
  const [read, setRead] = useState(false);
  const [page, setPage] = useState<Page | null>(null);
  const accept = useCommand({
    run: (_: void, key) => fresh.around(() => api.contractsAccept({
      path: { id: contract.id }, body: { partyKey: party.key, signatory: signatory.trim(), ...(page?.id ? { evidenceId: page.id } : {}) }, headers: { 'Idempotency-Key': key },
    })),
    refresh: AFTER_WRITE,
  });
  const refusal = refusalOf(party, { signatory, read, page }, t);
  return (
    <div className="accept-fields">
      {party.onPaper ? <SignedPage page={page} onPage={setPage} /> : null}
      <TextField label={t('signatory')} hint={t('signatory_hint')} value={signatory} maxLength={60} onChange={(event) => setSignatory(event.target.value)} />
      {party.onPaper ? null : (
        <label className="tick-line">
          <input type="checkbox" checked={read} onChange={(event) => setRead(event.target.checked)} />
          {t('read_it', { number: contract.number })}
        </label>
      )}
      {accept.error ? <ErrorNote error={accept.error} /> : null}
      {fresh.field}
      <ActionButton icon="check" busy={accept.isPending && !fresh.asking} refusal={fresh.asking ? null : refusal} onAct={() => accept.mutate()}>
        {party.onPaper ? t('record_paper') : t('accept')}
      </ActionButton>
    </div>
  );
}

interface Filled {
  readonly signatory: string;
  readonly read: boolean;
  readonly page: Page | null;
}

function refusalOf(party: ContractPartyView, { signatory, read, page }: Filled, t: ReturnType<typeof useTexts<(typeof texts)['texts']>>): string | null {
  if (party.onPaper && !page?.id) return t('need_page');
  if (!party.onPaper && !read) return t('need_read');
  return signatory.trim() === '' ? t('need_signatory') : null;
}
