import { INSPECTION_VERDICTS, REGISTRATION_LEVELS, wordFor, type OrganisationView } from '../../../api/index.js';
import { Facts, inLanguage, ReasonList, useLanguage, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';

/** What the organisation says of itself, and what the platform noticed in it. */
export function ProfileTab({ organisation: o }: { readonly organisation: OrganisationView }) {
  const marks = useMarks();
  const t = useTexts(staffTexts);
  const say = useSay();
  const language = useLanguage();
  const given = (text: string | null) => text || t('none');
  const inspections = o.inspections.map(({ year, verdict }) => t('inspection_of', { year, verdict: inLanguage(wordFor(INSPECTION_VERDICTS, verdict), language) }));
  return (
    <>
      {o.remarks.length > 0 ? (
        <section className="org-part">
          <h2>{t('remarks')}</h2>
          <ReasonList reasons={o.remarks.map(({ sentence }) => ({ holds: null, sentence: say(sentence) }))} />
        </section>
      ) : null}
      <Facts
        facts={[
          { label: t('col_legal'), value: o.legalRepresentative },
          { label: t('level'), value: o.registrationLevel ? inLanguage(wordFor(REGISTRATION_LEVELS, o.registrationLevel), language) : t('none') },
          { label: t('authority'), value: given(o.registrationAuthority) },
          { label: t('registered_on'), value: given(o.registeredOn) },
          { label: t('address'), value: o.address },
          { label: t('grade'), value: given(o.grade), ...(o.gradedOn ? { note: t('graded_on', { day: o.gradedOn }) } : {}) },
          { label: t('inspections'), value: inspections.length > 0 ? inspections.join(marks.semicolon) : t('none') },
          { label: t('staff'), value: o.fullTimeStaff },
          { label: t('social_workers'), value: o.socialWorkers },
          { label: t('party'), value: o.partyOrganisation ? t('yes') : t('no') },
          { label: t('federation'), value: o.federationBody ? t('yes') : t('no') },
          { label: t('scope'), value: o.businessScope },
          { label: t('about'), value: o.profile },
        ]}
      />
    </>
  );
}
