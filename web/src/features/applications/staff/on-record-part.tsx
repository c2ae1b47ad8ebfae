import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ApplicantOnRecord } from '../../../api/index.js';
import { Facts, Icon, inLanguage, useJoin, useLanguage, useTexts, type Fact, type Pair } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';

const KINDS: Readonly<Record<string, Pair>> = {
  social_association: ['社会团体', 'Social association'], social_service_institution: ['社会服务机构（民非）', 'Social service institution'], foundation: ['基金会', 'Foundation'],
  community_group: ['备案的社区社会组织', 'Community group on record'], enterprise: ['企业', 'Enterprise'], law_firm: ['律师事务所', 'Law firm'],
  public_institution_1: ['公益一类事业单位', 'Class-1 public institution'], public_institution_2: ['公益二类事业单位', 'Class-2 public institution'],
  womens_federation: ['妇联', 'Women’s federation'], mass_organisation: ['其他群团组织', 'Other mass organisation'], village_committee: ['村（居）委会', 'Village or residents’ committee'],
  street_federation: ['街道社区社会组织联合会', 'Street federation of community groups'], social_work_station: ['社工站', 'Social-work station'],
};
const LEVELS: Readonly<Record<string, Pair>> = { national: ['国家级', 'national level'], province: ['省级', 'province level'], city: ['市级', 'city level'], district: ['县（区）级', 'district level'] };

/** What is on record of the organisation, beside what it says in the form; a stop or a ban comes first. */
export function OnRecordPart({ organisation }: { readonly organisation: ApplicantOnRecord }) {
  const t = useTexts(staffTexts);
  const join = useJoin();
  const language = useLanguage();
  return (
    <section className="screening-part">
      <h2>{t('on_record')}</h2>
      {organisation.stopReason ? <Warning>{t('stopped', { reason: organisation.stopReason })}</Warning> : null}
      {organisation.debarredUntil ? <Warning>{t('debarred', { date: organisation.debarredUntil })}</Warning> : null}
      {organisation.alike.length > 0 ? (
        <Warning>
          {t('looks_like', { names: join(organisation.alike) })} <Link to={`/desk/organisations/${organisation.id}`} search={{ tab: 'record' } as never}>{t('looks_like_open')}</Link>
        </Warning>
      ) : null}
      {organisation.peopleAlike.length > 0 ? <Warning>{t('person_looks_like', { names: join(organisation.peopleAlike) })}</Warning> : null}
      {organisation.odd ? <Warning>{organisation.odd[language]}</Warning> : null}
      <Facts facts={useFacts(organisation)} />
    </section>
  );
}

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <p className="record-warning tone-late">
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  );
}

function useFacts(organisation: ApplicantOnRecord): Fact[] {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const { kind, creditCode, registrationLevel, registeredOn, legalRepresentative, grade, gradedOn, inspections, fullTimeStaff, socialWorkers, partyOrganisation, federationBody } = organisation;
  const bodies = [partyOrganisation ? t('party') : '', federationBody ? t('federation') : ''].filter(Boolean).join(language === 'zh' ? '、' : ', ');
  const level = registrationLevel ? inLanguage(LEVELS[registrationLevel] ?? ['', ''], language) : '';
  return [
    { label: t('kind'), value: inLanguage(KINDS[kind] ?? ['', ''], language) },
    { label: t('credit_code'), value: creditCode ?? t('no_code') },
    { label: t('registered'), value: [registeredOn, level].filter(Boolean).join(' · ') || t('none') },
    { label: t('legal_representative'), value: legalRepresentative },
    { label: t('grade'), value: grade ? t('graded', { grade, date: gradedOn ?? '' }) : t('none') },
    { label: t('inspections'), value: [...inspections].sort((a, b) => b.year - a.year).map(({ year, verdict }) => `${year} ${t(`inspection_${verdict}`)}`).join(language === 'zh' ? '、' : ', ') || t('none') },
    { label: t('staff'), value: t('staff_words', { staff: fullTimeStaff, workers: socialWorkers }) },
    { label: t('bodies'), value: bodies || t('none') },
  ];
}
