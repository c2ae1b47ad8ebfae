import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { APPLICANT_KINDS, INSPECTION_VERDICTS, REGISTRATION_LEVELS, wordFor, type ApplicantOnRecord } from '../../../api/index.js';
import { Facts, Icon, inLanguage, useJoin, useLanguage, useTexts, type Fact } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';

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
      {organisation.peopleAlike.map(({ asked, name, where }) => (
        <Warning key={`${asked} ${name} ${where.zh}`}>{t('person_looks_like', { asked, name, where: where[language] })}</Warning>
      ))}
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
  const join = useJoin();
  const { kind, creditCode, registrationLevel, registeredOn, legalRepresentative, grade, gradedOn, inspections, fullTimeStaff, socialWorkers, partyOrganisation, federationBody } = organisation;
  const bodies = join([partyOrganisation ? t('party') : '', federationBody ? t('federation') : ''].filter(Boolean));
  const level = registrationLevel ? inLanguage(wordFor(REGISTRATION_LEVELS, registrationLevel), language) : '';
  return [
    { label: t('kind'), value: inLanguage(wordFor(APPLICANT_KINDS, kind), language) },
    { label: t('credit_code'), value: creditCode ?? t('no_code') },
    { label: t('registered'), value: [registeredOn, level].filter(Boolean).join(' · ') || t('none') },
    { label: t('legal_representative'), value: legalRepresentative },
    { label: t('grade'), value: grade ? t('graded', { grade, date: gradedOn ?? '' }) : t('none') },
    { label: t('inspections'), value: join([...inspections].sort((a, b) => b.year - a.year).map(({ year, verdict }) => `${year} ${inLanguage(wordFor(INSPECTION_VERDICTS, verdict), language)}`)) || t('none') },
    { label: t('staff'), value: t('staff_words', { staff: fullTimeStaff, workers: socialWorkers }) },
    { label: t('bodies'), value: bodies || t('none') },
  ];
}
