import { useState } from 'react';
import { api, Problem, queryClient, useCommand, type SiteAskedView } from '../../../api/index.js';
import { ActionButton, ErrorNote, TextAreaField, TextField, useSay, useTexts } from '../../../ui/index.js';
import { siteQuery, withLink } from './queries-sites.js';
import { siteTexts } from './texts-sites.js';

interface SiteAnswerProps {
  readonly token: string;
  readonly view: SiteAskedView;
}

const EMPTY = { name: '', office: '', phone: '', reason: '' };
type Filled = typeof EMPTY;

/** Who answers, and what: nothing that was typed is lost where the plan has changed meanwhile. */
export function SiteAnswer({ token, view }: SiteAnswerProps) {
  const t = useTexts(siteTexts);
  const say = useSay();
  const [filled, setFilled] = useState<Filled>(EMPTY);
  const [declining, setDeclining] = useState(false);
  const [tried, setTried] = useState(false);
  const wrong = wrongIn(filled, declining, t);
  const sending = useCommand<boolean, SiteAskedView>({
    run: (agreed) => api.siteConfirmationAnswer({ ...withLink(token), body: { agreed, name: filled.name.trim(), office: filled.office.trim(), phone: filled.phone.trim(), ...(agreed ? {} : { reason: filled.reason.trim() }), seen: view.hash } }),
    refresh: [siteQuery(token).queryKey],
    onDone: (answered) => queryClient.setQueryData(siteQuery(token).queryKey, answered),
  });
  const send = (agreed: boolean) => {
    setTried(true);
    if (Object.keys(wrong).length === 0) sending.mutate(agreed);
  };
  const field = (key: keyof Filled) => ({ value: filled[key], wrong: tried ? wrong[key] : undefined, onChange: (event: { target: { value: string } }) => setFilled((before) => ({ ...before, [key]: event.target.value })) });
  const changed = sending.error instanceof Problem && sending.error.code === 'site_content_changed';
  return (
    <form className="site-answer" onSubmit={(event) => event.preventDefault()} noValidate>
      <p className="quiet">{t('you_say')}</p>
      <blockquote>{say(view.says)}</blockquote>
      <TextField label={t('your_name')} autoComplete="name" maxLength={60} {...field('name')} />
      <TextField label={t('your_office')} hint={t('office_hint')} autoComplete="organization-title" maxLength={60} {...field('office')} />
      <TextField label={t('your_phone')} type="tel" inputMode="tel" autoComplete="tel" maxLength={30} {...field('phone')} />
      <p className="quiet">{t('privacy')}</p>
      {declining ? <TextAreaField label={t('why')} hint={t('why_hint')} rows={3} maxLength={500} {...field('reason')} /> : null}
      {changed ? <p className="site-changed tone-waiting" role="alert">{t('changed')}</p> : null}
      {sending.error && !changed ? <ErrorNote error={sending.error} /> : null}
      <div className="site-buttons">
        {declining ? null : <ActionButton busy={sending.isPending} onAct={() => send(true)}>{t('confirm')}</ActionButton>}
        <ActionButton kind={declining ? 'danger' : 'secondary'} busy={declining && sending.isPending} onAct={() => (declining ? send(false) : setDeclining(true))}>{t('decline')}</ActionButton>
        {declining ? <ActionButton kind="secondary" onAct={() => setDeclining(false)}>{t('back')}</ActionButton> : null}
      </div>
    </form>
  );
}

function wrongIn({ name, office, phone, reason }: Filled, declining: boolean, t: ReturnType<typeof useTexts<(typeof siteTexts)['texts']>>): Partial<Record<keyof Filled, string>> {
  return {
    ...(name.trim().length < 2 ? { name: t('need_name') } : {}),
    ...(office.trim().length < 2 ? { office: t('need_office') } : {}),
    ...(phone.trim().length < 5 ? { phone: t('need_phone') } : {}),
    ...(declining && reason.trim().length < 2 ? { reason: t('need_why') } : {}),
  };
}
