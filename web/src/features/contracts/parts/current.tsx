import { useState } from 'react';
import { api, useCommand, type ContractRecordView, type ContractPartyView } from '../../../api/index.js';
import { ActDialog, DocumentLink, DueDay, Facts, Instant, Money, PdfView, StatusMark, type Tone, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE } from '../queries.js';
import { texts } from '../texts.js';
import { AcceptForm } from './accept-form.js';

const TONES: Readonly<Record<string, Tone>> = { issued: 'waiting', signed: 'done', declined: 'late', superseded: 'quiet' };

/** The newest version: what it says, who has accepted it, and what the reader may do. */
export function Current({ contract }: { readonly contract: ContractRecordView }) {
  const t = useTexts(texts);
  const mine = contract.parties.filter(({ yours }) => yours);
  return (
    <>
      <section className="record-part">
        <h2>{t('the_contract')}</h2>
        <ContractFacts contract={contract} />
      </section>
      <TheText contract={contract} />
      <section className="record-part">
        <h2>{t('parties')}</h2>
        <ul className="party-rows">
          {contract.parties.map((party) => (
            <PartyRow key={party.key} party={party} />
          ))}
        </ul>
        {contract.status === 'signed' ? <p>{t('all_signed')}</p> : null}
      </section>
      {mine.map((party) => (
        <AcceptForm key={party.key} contract={contract} party={party} />
      ))}
      {contract.mayDecline ? <SendBack contract={contract} /> : null}
    </>
  );
}

function ContractFacts({ contract }: { readonly contract: ContractRecordView }) {
  const t = useTexts(texts);
  const say = useSay();
  const open = contract.status === 'issued';
  const facts = [
    { label: t('number'), value: <><span className="figures">{contract.number}</span>　<StatusMark word={say(contract.label)} tone={TONES[contract.status] ?? 'calm'} /></> },
    { label: t('amount'), value: <Money fen={contract.amountFen} />, note: contract.amountInWords },
    { label: t('term'), value: <span className="figures">{t('term_days', { from: contract.startsOn, to: contract.endsOn })}</span> },
    contract.signedAt ? { label: t('signed'), value: <Instant at={contract.signedAt} /> } : { label: t('due'), value: <DueDay day={contract.dueOn} open={open} /> },
    { label: t('issued'), value: <Instant at={contract.issuedAt} /> },
    { label: t('hash'), value: <code className="hash">{contract.sha256}</code>, note: t('hash_note') },
  ];
  return <Facts facts={facts} label={t('the_contract')} />;
}

/** Open while it waits for somebody, folded once it is signed. */
function TheText({ contract }: { readonly contract: ContractRecordView }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(contract.status === 'issued');
  return (
    <section className="record-part no-print">
      <h2>{t('the_text')}</h2>
      <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('hide_text') : t('show_text')}
      </button>
      {open ? <PdfView src={`/api/documents/${contract.documentId}/content`} name={`${contract.number}.pdf`} /> : null}
    </section>
  );
}

function PartyRow({ party }: { readonly party: ContractPartyView }) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <li>
      <span>{say(party.title)}</span>
      {party.acceptedAt ? <StatusMark word={t('accepted')} tone="done" /> : <StatusMark word={t('waits')} tone="waiting" />}
      <span className="quiet">
        {party.signatory ? t('accepted_by', { name: party.signatory }) : null}
        {party.acceptedAt ? <> · <Instant at={party.acceptedAt} zone={false} /></> : null}
        {party.page ? <> · <DocumentLink id={party.page.id} name={t('signed_page')} /></> : null}
      </span>
    </li>
  );
}

function SendBack({ contract }: { readonly contract: ContractRecordView }) {
  const t = useTexts(texts);
  const decline = useCommand<string>({
    run: (reason, key) => api.contractsDecline({ path: { id: contract.id }, body: { reason }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  return (
    <section className="record-part no-print">
      <ActDialog label={t('decline')} kind="danger" reason={{ label: t('decline_reason'), least: 2 }} onAct={(reason) => decline.mutateAsync(reason)}>
        <p>{t('decline_follows')}</p>
      </ActDialog>
    </section>
  );
}
