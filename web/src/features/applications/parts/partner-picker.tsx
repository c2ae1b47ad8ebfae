import { useState, type FormEvent } from 'react';
import { api, APPLICANT_KINDS, wordFor, type FoundOrganisationView } from '../../../api/index.js';
import { ErrorNote, inLanguage, TextField, useAttempt, useLanguage, useSay, useTexts } from '../../../ui/index.js';
import { ownTexts } from '../texts-own.js';

export type Partner = Pick<FoundOrganisationView, 'id' | 'name' | 'kind'>;

interface PartnerPickerProps {
  readonly leaderId: string | undefined;
  readonly partners: readonly Partner[];
  readonly most: number;
  readonly onChange: (partners: Partner[]) => void;
}

/** Partners are named by their whole credit code, which stands on their certificate. */
export function PartnerPicker({ leaderId, partners, most, onChange }: PartnerPickerProps) {
  const t = useTexts(ownTexts);
  const language = useLanguage();
  return (
    <div>
      <ul className="partner-list">
        {partners.map((partner) => (
          <li key={partner.id}>
            <span>
              {partner.name} <span className="quiet">{inLanguage(wordFor(APPLICANT_KINDS, partner.kind), language)}</span>
            </span>
            <button type="button" className="button plain" onClick={() => onChange(partners.filter(({ id }) => id !== partner.id))}>
              {t('partner_remove')}
            </button>
          </li>
        ))}
      </ul>
      {partners.length < most ? <FindPartner leaderId={leaderId} onFound={(found) => onChange([...partners.filter(({ id }) => id !== found.id), found])} /> : null}
    </div>
  );
}

function FindPartner({ leaderId, onFound }: { readonly leaderId: string | undefined; readonly onFound: (partner: Partner) => void }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const { busy, error, attempt } = useAttempt();
  const find = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (busy || code.trim() === '') return;
    void attempt(async () => {
      const { organisation, wellFormed, remarks } = await api.organisationPeopleLookUp({ query: { code: code.trim() } });
      if (!organisation) return setWrong(!wellFormed && remarks[0] ? say(remarks[0].sentence) : t('partner_unknown'));
      if (organisation.id === leaderId) return setWrong(t('partner_self'));
      setWrong(undefined);
      setCode('');
      onFound(organisation);
    });
  };
  return (
    <form onSubmit={find} noValidate>
      <div className="find-partner">
        <TextField label={t('partner_code')} autoComplete="off" maxLength={40} value={code} onChange={(event) => setCode(event.target.value)} wrong={wrong} />
        <button type="submit" className="button" aria-disabled={busy}>
          {t('partner_find')}
        </button>
      </div>
      {error ? <ErrorNote error={error} kept="" /> : null}
    </form>
  );
}
