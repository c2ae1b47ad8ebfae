import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import type { Account } from '../../../api/index.js';
import { Countdown, Icon, PageShell, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import { formTexts } from '../texts-form.js';
import { ownTexts } from '../texts-own.js';
import { PresenceLine } from '../together/presence-line.js';
import { TogetherProvider } from '../together/question-side.js';
import { usePresence } from '../together/use-presence.js';
import { togetherTexts } from '../texts-together.js';
import { AddendaNote } from './addenda-note.js';
import { HostedNote } from './hosted-note.js';
import { ConflictPanel } from './conflict-panel.js';
import { CorrectionNote } from './correction-note.js';
import { DraftMark } from './draft-mark.js';
import { sortFaults } from './faults.js';
import { FormHouseProvider, useClosesAt } from './form-context.js';
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
  const { keeper, state, files, addFile, open } = draft;
  const present = usePresence(application.id, current.key, keeper.heard);
  const side = useMemo(() => ({ id: application.id, present, origins: application.origins }), [application, present]);
  const house = useMemo(() => ({ book: call.rulebook, changed: keeper.changed, files, addFile }), [call, keeper, files, addFile]);
  return (
    <FormProvider {...draft.form}>
      <FormHouseProvider value={house}>
        <PageShell title={application.projectName || say(call.title)} reference={[application.number ?? call.number, application.organisationName].join(' · ')} back={{ to: `/desk/my-applications/${application.id}`, label: t('back') }}>
          <div className="form-bar">
            <DraftMark state={state} onRetry={keeper.retry} />
            <PresenceLine present={present} form={call.rulebook.form} />
            <TimeLeft opened={opened} />
          </div>
          <ReadOnlyNote part={application.part} />
          <ClosedNote opened={opened} />
          {application.returned ? <CorrectionNote application={application} form={call.rulebook.form} /> : null}
          <HostedNote partners={application.partners} />
          <AddendaNote application={application} call={call} />
          {state.restored ? (
            <p className="restored tone-done" role="status">
              <Icon name="check" />
              {t('restored')}
            </p>
          ) : null}
          {state.trouble?.kind === 'conflict' ? <ConflictPanel book={call.rulebook} conflicts={state.trouble.conflicts} onSettled={(chosen) => keeper.settle(chosen)} /> : null}
          <SectionNav form={call.rulebook.form} current={current.key} faults={faults} open={open} />
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

/** Until the correction is due, or until the call or the chosen board closes. */
function TimeLeft({ opened: { application, call } }: { readonly opened: Opened }) {
  const closesAt = useClosesAt(call);
  return <Countdown until={application.returned?.dueAt ?? closesAt} />;
}

/** A draft that can no longer be submitted says so while somebody writes in it; another board may still take it. */
function ClosedNote({ opened: { application, call } }: { readonly opened: Opened }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  const closesAt = useClosesAt(call);
  const { takes, closedBoard } = application.call;
  if (takes || application.status !== 'draft' || closesAt !== application.call.closesAt) return null;
  return <p className="read-only-note tone-waiting" role="status">{closedBoard ? t('closed_board', { board: say(closedBoard) }) : t('closed_draft')}</p>;
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
        <button type="button" className={after ? 'button' : 'button primary'} onClick={() => void preview()}>
          {t('to_preview')}
        </button>
        {after ? (
          <button type="button" className="button primary" onClick={() => go(after.key)}>
            {t('next', { title: say(after.title) })}
          </button>
        ) : null}
      </span>
    </div>
  );
}

function SessionEnded({ draft: { keeper, state }, accountId }: { readonly draft: Draft; readonly accountId: string }) {
  const navigate = useNavigate();
  if (state.trouble?.kind !== 'session') return null;
  return <SignInAgain accountId={accountId} onBack={keeper.retry} onOther={() => void navigate({ to: '/desk' })} />;
}
