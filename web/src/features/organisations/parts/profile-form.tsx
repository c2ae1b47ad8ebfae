import { useQuery } from '@tanstack/react-query';
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form';
import { APPLICANT_KINDS, INSPECTION_VERDICTS, REGISTRATION_LEVELS, serverNow } from '../../../api/index.js';
import { ErrorNote, Icon, inLanguage, useLanguage, useTexts, type Pair } from '../../../ui/index.js';
import { inspectionYears, type ProfileFields } from '../profile-model.js';
import { federationsQuery } from '../queries-own.js';
import { ownTexts } from '../texts-own.js';
import { CreditCode } from './credit-code.js';
import { NamesAlike } from './names-alike.js';
import { ProfileArea, ProfileChoice, ProfilePlace, ProfileText, ProfileTick } from './fields.js';
import './organisations.css';

interface ProfileFormProps {
  readonly fields: ProfileFields;
  readonly action: string;
  /** Present when an organisation is being changed. */
  readonly id?: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (fields: ProfileFields) => void;
}

/** What an organisation says of itself. */
export function ProfileForm({ fields, action, id, busy, error, onSave }: ProfileFormProps) {
  const t = useTexts(ownTexts);
  const form = useForm<ProfileFields>({ defaultValues: fields, mode: 'onTouched', shouldFocusError: true });
  const faulty = Object.keys(form.formState.errors).length;
  return (
    <FormProvider {...form}>
      <form className="profile-form" onSubmit={(event) => void form.handleSubmit(onSave)(event)} noValidate>
        <Registration id={id} />
        <Contact />
        <Standing />
        <People />
        {error ? <ErrorNote error={error} kept={t('kept')} /> : null}
        <div className="form-foot">
          <button type="submit" className="button primary" aria-disabled={busy}>
            {busy ? <Icon name="spinner" className="spin" /> : null}
            {action}
          </button>
          {faulty > 0 ? <span className="status-mark tone-late">{t('faults', { count: faulty }).replace(/[：:]$/, '')}</span> : null}
        </div>
      </form>
    </FormProvider>
  );
}

function useOptions(words: Readonly<Record<string, Pair>>, first: string): (readonly [string, string])[] {
  const language = useLanguage();
  return [['', first], ...Object.entries(words).map(([key, pair]) => [key, inLanguage(pair, language)] as const)];
}

function Registration({ id }: { readonly id: string | undefined }) {
  const t = useTexts(ownTexts);
  const needed = (label: string) => (value: string) => (value === '' ? t('need', { field: label }) : undefined);
  return (
    <fieldset>
      <legend>{t('part_registration')}</legend>
      <div className="wide">
        <ProfileText name="name" label={t('name')} hint={t('name_hint')} maxLength={120} autoComplete="organization" check={needed(t('name'))} />
        {id ? null : <NamesAlike />}
      </div>
      <ProfileChoice name="kind" label={t('kind')} options={useOptions(APPLICANT_KINDS, t('choose'))} check={needed(t('kind'))} />
      <CreditCode ownId={id} />
      {id ? null : <Federation />}
      <ProfileChoice name="registrationLevel" label={t('level')} options={useOptions(REGISTRATION_LEVELS, t('not_given'))} />
      <ProfileText name="registrationAuthority" label={t('authority')} maxLength={120} />
      <ProfileText name="registeredOn" label={t('registered_on')} type="date" />
      <ProfilePlace name="territoryCode" label={t('territory')} hint={t('territory_hint')} check={(code) => (/^\d{2,12}$/.test(code) ? undefined : t('need_territory'))} />
    </fieldset>
  );
}

/** Named by the way from the province down, so that two districts of one name are told apart. */
function Federation() {
  const t = useTexts(ownTexts);
  const nodes = useQuery(federationsQuery).data ?? [];
  const options = nodes.map((node) => [node.id, nodes.filter(({ path }) => node.path.startsWith(path)).map(({ name }) => name).join(' › ')] as const);
  return <ProfileChoice name="nodeId" label={t('node')} hint={t('node_hint')} options={[['', t('choose')], ...options]} check={(value) => (value === '' ? t('need', { field: t('node') }) : undefined)} />;
}

function Contact() {
  const t = useTexts(ownTexts);
  const needed = (label: string) => (value: string) => (value === '' ? t('need', { field: label }) : undefined);
  return (
    <fieldset>
      <legend>{t('part_contact')}</legend>
      <ProfileText name="legalRepresentative" label={t('legal')} maxLength={60} check={needed(t('legal'))} />
      <ProfileText name="address" label={t('address')} maxLength={200} autoComplete="street-address" check={needed(t('address'))} />
      <div className="wide">
        <ProfileArea name="businessScope" label={t('scope')} hint={t('scope_hint')} rows={3} maxLength={2000} />
      </div>
      <div className="wide">
        <ProfileArea name="profile" label={t('profile')} hint={t('profile_hint')} rows={5} maxLength={2000} />
      </div>
    </fieldset>
  );
}

function Standing() {
  const t = useTexts(ownTexts);
  const { getValues } = useFormContext<ProfileFields>();
  const inspections = useWatch<ProfileFields, 'inspections'>({ name: 'inspections' });
  const years = inspectionYears({ ...getValues(), inspections: inspections ?? {} }, new Date(serverNow()).getFullYear());
  const verdicts = useOptions(INSPECTION_VERDICTS, t('inspection_none'));
  const together = (value: string, other: string) => ((value === '') === (other === '') ? undefined : t('need_graded'));
  return (
    <fieldset>
      <legend>{t('part_standing')}</legend>
      <ProfileChoice name="grade" label={t('grade')} options={[['', t('grade_none')], ...['5A', '4A', '3A', '2A', '1A'].map((grade) => [grade, grade] as const)]} />
      <ProfileText name="gradedOn" label={t('graded_on')} hint={t('graded_on_hint')} type="date" check={(value) => together(value, getValues('grade'))} />
      <div className="wide years">
        <span className="field-label">{t('inspections')}</span>
        <div className="year-list">
          {years.map((year) => (
            <ProfileChoice key={year} name={`inspections.${year}`} label={t('inspection_of', { year })} options={verdicts} />
          ))}
        </div>
      </div>
    </fieldset>
  );
}

function People() {
  const t = useTexts(ownTexts);
  const whole = (value: string) => (/^\d{1,5}$/.test(value) ? undefined : t('need_number'));
  return (
    <fieldset>
      <legend>{t('part_people')}</legend>
      <ProfileText name="fullTimeStaff" label={t('staff')} inputMode="numeric" check={whole} />
      <ProfileText name="socialWorkers" label={t('social_workers')} inputMode="numeric" check={whole} />
      <ProfileTick name="partyOrganisation" label={t('party')} />
      <ProfileTick name="federationBody" label={t('federation_body')} />
    </fieldset>
  );
}
