import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import type { Account } from '../../../api/index.js';
import { ActionButton, Countdown, Icon, PageShell, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import { formTexts } from '../texts-form.js';
import { UnsentBanner } from '../parts/unsent-banner.js';
import '../parts/own.css';
import { PresenceLine } from '../together/presence-line.js';
import { TogetherProvider } from '../together/question-side.js';
import { usePresence } from '../together/use-presence.js';
import { togetherTexts } from '../texts-together.js';
import { SiteNote } from '../sites/site-note.js';
import { AddendaNote } from './addenda-note.js';
import { HostedNote } from './hosted-note.js';
import { ClosedNote } from './closed-note.js';
import { ConflictPanel } from './conflict-panel.js';
import { CorrectionNote } from './correction-note.js';
import { DraftMark } from './draft-mark.js';
import { sortFaults } from './faults.js';
import type { FileSender } from './file-sender.js';
import { FormHouseProvider, useClosesAt } from './form-context.js';
import { Scored } from './scored.js';
import { SectionNav } from './section-nav.js';
import { SectionPanel } from './section-panel.js';
import { SignInAgain } from './sign-in-again.js';
import { useDraft, type Draft } from './use-draft.js';
import type { Opened } from './use-opened.js';
import './application-form.css';

/** The long form: one section at a time, saved while the person types. */
export function ApplicationForm({ opened, account }: { readonly opened: Opened; readonly account: Account }) {
  const t = useTexts(formTexts);
  const say = useSay();
  const draft = useDraft(opened, account.id);
  const { application, call } = opened;
  const [current, visited] = useSection(opened, draft);
  const faults = useMemo(() => sortFaults(call.rulebook.form, draft.state.faults), [call, draft.state.faults]);
  const { keeper, state, files, sender, sending, open } = draft;
  const present = usePresence(application.id, current.key, keeper.heard);
  const side = useMemo(() => ({ id: application.id, present, origins: application.origins }), [application, present]);
  const house = useMemo(() => ({ book: call.rulebook, changed: keeper.changed, files, sender }), [call, keeper, files, sender]);
  useStay(sender);
  return (
    <FormProvider {...draft.form}>
      <FormHouseProvider value={house}>
        <PageShell title={application.projectName || say(call.title)} reference={[application.number ?? call.number, application.organisationName].join(' · ')} back={{ to: `/desk/my-applications/${application.id}`, label: t('back') }}>
          <div className="form-bar">
            <DraftMark state={state} uploading={sending.filter(({ state: at }) => at !== 'failed').length} onRetry={keeper.retry} />
            <PresenceLine present={present} form={call.rulebook.form} />
            <TimeLeft opened={opened} />
          </div>
          <ReadOnlyNote part={application.part} />
          <ClosedNote opened={opened} />
          {application.returned ? <CorrectionNote application={application} form={call.rulebook.form} /> : null}
          <HostedNote partners={application.partners} />
          <SiteNote id={application.id} form={call.rulebook.form} section={current} />
          <AddendaNote application={application} call={call} />
          {state.restored ? (
            <p className="restored tone-done" role="status">
              <Icon name="check" />
              {t('restored')}
            </p>
          ) : null}
          <Unsent opened={opened} draft={draft} />
          {state.trouble?.kind === 'conflict' ? <ConflictPanel book={call.rulebook} conflicts={state.trouble.conflicts} onSettled={(chosen) => keeper.settle(chosen)} /> : null}
          <SectionNav form={call.rulebook.form} current={current.key} faults={faults} open={open} />
          <Scored call={call} />
          {/* One listener for all plain fields: a key costs no drawing of the form. */}
          <form className="application-form" onChange={keeper.changed} onSubmit={(event) => event.preventDefault()} noValidate>
            <TogetherProvider value={side}>
              <SectionPanel key={current.key} section={current} faults={faults.get(current.key)} strict={visited.has(current.key)} readOnly={!open.includes(current.key)} />
            </TogetherProvider>
          </form>
          <FormFoot opened={opened} draft={draft} current={current.key} />
          <SessionEnded draft={draft} accountId={account.id} />
        </PageShell>
      </FormHouseProvider>
    </FormProvider>
  );
}

/** Whoever goes elsewhere while files are on their way up is asked first: they would not arrive. */
function useStay(sender: FileSender): void {
  const t = useTexts(formTexts);
  useBlocker({ enableBeforeUnload: false, shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && sender.isBusy() && !confirm(t('leave_uploading')) });
}

/** Every section is ticked and still nobody will read it: says so where she has just seen the last tick. */
function Unsent({ opened: { application, call }, draft: { state, sending } }: { readonly opened: Opened; readonly draft: Draft }) {
  const closesAt = useClosesAt(call);
  const { status, call: { takes }, returned, moves, bars } = application;
  const complete = state.faults.every(({ severity }) => severity !== 'error') && bars.length === 0 && sending.length === 0;
  if (!complete || !takes || status !== 'draft' || returned || moves.length === 0) return null;
  return <UnsentBanner id={application.id} until={closesAt} acts={false} />;
}

/** Until the correction is due, or until the call or the chosen board closes. */
function TimeLeft({ opened: { application, call } }: { readonly opened: Opened }) {
  const closesAt = useClosesAt(call);
  return <Countdown until={application.returned?.dueAt ?? closesAt} />;
}

/** The section that the address names, and those that the person has left behind: there also what is missing is told. */
function useSection({ call, application }: Opened, { open }: Draft) {
  const [url] = useUrlState();
  const { sections } = call.rulebook.form;
  const first = sections.find(({ key }) => key === url.section) ?? sections.find(({ key }) => open.includes(key)) ?? sections[0];
  if (!first) throw new Error('A form without sections.');
  const [visited, setVisited] = useState<ReadonlySet<string>>(() => new Set(application.returned || url.check ? sections.map(({ key }) => key) : []));
  const last = useRef(first.key);
  useEffect(() => {
    const left = last.current;
    last.current = first.key;
    if (left !== first.key) setVisited((now) => new Set(now).add(left));
  }, [first.key]);
  return [first, visited] as const;
}

/** Somebody who reads or comments is told so before she tries to type. */
function ReadOnlyNote({ part }: { readonly part: string | null }) {
  const t = useTexts(togetherTexts);
  if (part !== 'view' && part !== 'comment') return null;
  return <p className="read-only-note tone-waiting">{part === 'view' ? t('only_view') : t('only_comment')}</p>;
}

function FormFoot({ opened, draft, current }: { readonly opened: Opened; readonly draft: Draft; readonly current: string }) {
  const t = useTexts(formTexts);
  const say = useSay();
  const navigate = useNavigate();
  const [, change] = useUrlState();
  const waits = useUploads(opened, draft);
  const { sections } = opened.call.rulebook.form;
  const at = sections.findIndex(({ key }) => key === current);
  const isOpen = ({ key }: { readonly key: string }) => !opened.application.returned || draft.open.includes(key);
  // In a correction from one open section to the next: the others have nothing to do.
  const [before, after] = [sections.slice(0, Math.max(0, at)).filter(isOpen).at(-1), sections.slice(at + 1).find(isOpen)];
  const go = (key: string) => {
    change({ section: key });
    scrollTo({ top: 0 });
  };
  const preview = async () => {
    if (await draft.keeper.flush()) await navigate({ to: `/desk/my-applications/${opened.application.id}/preview` });
  };
  return (
    <div className="form-next no-print">
      {before ? (
        <button type="button" className="button" onClick={() => go(before.key)}>
          {t('previous', { title: say(before.title) })}
        </button>
      ) : null}
      <span className="onward">
        <ActionButton kind={after ? 'secondary' : 'primary'} refusal={waits} onAct={() => void preview()}>
          {t('to_preview')}
        </ActionButton>
        {after ? (
          <button type="button" className="button primary" onClick={() => go(after.key)}>
            {t('next', { title: say(after.title) })}
          </button>
        ) : null}
      </span>
    </div>
  );
}

/** What is shown in the preview has to be all: why it waits for files, and where. */
function useUploads({ call }: Opened, { sending }: Draft): string | null {
  const t = useTexts(formTexts);
  const say = useSay();
  const failed = sending.filter(({ state }) => state === 'failed');
  const section = call.rulebook.form.sections.find(({ key }) => failed[0]?.path.startsWith(`${key}.`));
  if (sending.length > failed.length) return t('upload_first', { count: sending.length - failed.length });
  return section ? t('upload_failed', { count: failed.length, section: say(section.title) }) : null;
}

function SessionEnded({ draft: { keeper, state, sender, sending }, accountId }: { readonly draft: Draft; readonly accountId: string }) {
  const navigate = useNavigate();
  if (state.trouble?.kind !== 'session' && !sending.some(({ signedOut }) => signedOut)) return null;
  const onBack = () => {
    keeper.retry();
    sender.resume();
  };
  return <SignInAgain accountId={accountId} onBack={onBack} onOther={() => void navigate({ to: '/desk' })} />;
}
