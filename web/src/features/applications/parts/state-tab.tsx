import { Link } from '@tanstack/react-router';
import type { ApplicationDetail, PublicCallView, RuleView } from '../../../api/index.js';
import { Money, ReasonList, useJoin, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { AddendaNote } from '../form/addenda-note.js';
import { CorrectionNote } from '../form/correction-note.js';
import { ownTexts } from '../texts-own.js';
import { CopyLinks } from './copy-links.js';
import { useReasonOf } from './self-check.js';
import { MendList } from './mend-list.js';
import { UnsentBanner } from './unsent-banner.js';
import { OwnMoves } from './own-moves.js';
import { OwnDialogue } from './own-dialogue.js';
import { SitesPart } from '../sites/sites-part.js';
import { PartnersPart } from './partners-part.js';
import { StageBar } from './stage-bar.js';

/** Once the screening has decided, what the platform could tell alone says nothing any more. */
const BEFORE_DECISION: readonly string[] = ['draft', 'submitted', 'returned', 'withdrawn'];

const writes = ({ part }: ApplicationDetail): boolean => part === 'own' || part === 'edit';

/** A correction, or a draft that its call or another board still takes. */
const canStillChange = ({ status, call }: ApplicationDetail): boolean => status === 'returned' || (status === 'draft' && (call.takes || call.closedBoard !== null));

interface StateTabProps {
  readonly application: ApplicationDetail;
  readonly call: PublicCallView;
}

/** Where it stands, what is missing, what may be done. */
export function StateTab({ application, call }: StateTabProps) {
  const t = useTexts(ownTexts);
  const join = useJoin();
  // What her own organisation is to answer comes before what another one has to fill in.
  const asked = !writes(application) && application.partners.some(({ mine }) => mine);
  return (
    <>
      <StageBar stages={call.stages} round={application.call.status} />
      <dl className="state-facts" style={{ marginTop: 20 }}>
        <div>
          <dt>{t('amount')}</dt>
          <dd>
            <Money fen={application.requestedFen} />
          </dd>
        </div>
        <div>
          <dt>{t('total')}</dt>
          <dd>
            <Money fen={application.totalFen} />
          </dd>
        </div>
        <div>
          <dt>{t('parties')}</dt>
          <dd>{join([application.organisationName, ...application.partners.map(({ name }) => name)])}</dd>
        </div>
        <Outcome application={application} />
      </dl>
      <CorrectionNote application={application} form={call.rulebook.form} />
      <AddendaNote application={application} call={call} />
      <OwnDialogue id={application.id} />
      {application.reason && application.status !== 'ineligible' ? (
        <section className="state-part">
          <h2>{t('reason_given')}</h2>
          <p className="answer-text">{application.reason}</p>
        </section>
      ) : null}
      {asked ? <PartnersPart application={application} call={call} /> : null}
      <ToMend application={application} call={call} />
      {writes(application) && canStillChange(application) ? (
        <p className="offline-way no-print">
          <Link to={`/desk/my-applications/${application.id}/offline`}>{t('offline')}</Link>
        </p>
      ) : null}
      {asked ? null : <PartnersPart application={application} call={call} />}
      {call.rulebook.form.seal.site ? <SitesPart id={application.id} /> : null}
      {BEFORE_DECISION.includes(application.status) ? <Rules rules={application.rules} /> : null}
      <CopyLinks id={application.id} draft={application.status === 'draft'} />
      <OwnMoves application={application} />
    </>
  );
}

function Outcome({ application: { outcome } }: { readonly application: ApplicationDetail }) {
  const t = useTexts(ownTexts);
  const say = useSay();
  if (outcome?.kind === 'awarded' && outcome.amountFen !== undefined) {
    return (
      <div>
        <dt>{t('granted')}</dt>
        <dd>
          <Money fen={outcome.amountFen} />
        </dd>
      </div>
    );
  }
  return outcome?.reason ? (
    <div>
      <dt>{t('decided_reason')}</dt>
      <dd>{say(outcome.reason)}</dd>
    </div>
  ) : null;
}

/** Only while something can still be mended. */
function ToMend({ application, call }: StateTabProps) {
  const t = useTexts(ownTexts);
  const marks = useMarks();
  const say = useSay();
  const { id, status, faults, bars } = application;
  if (status !== 'draft' && status !== 'returned') return null;
  if (status === 'draft' && !application.call.takes && !application.call.closedBoard) return null;
  const errors = faults.filter(({ severity }) => severity === 'error');
  const failed = application.rules.filter(({ verdict, effect }) => verdict === 'failed' && effect === 'exclude');
  if (errors.length + bars.length + failed.length === 0) {
    if (status === 'draft' && !application.call.takes) return null;
    return <UnsentBanner id={id} until={application.returned?.dueAt ?? application.call.closesAt} correcting={application.returned !== null} />;
  }
  return (
    <section className="state-part">
      <h2>{t('review_missing')}</h2>
      <ul className="mend-list">
        {bars.map((bar) => (
          <li key={`${bar.code} ${bar.sentence.zh}`}>{say(bar.sentence)}</li>
        ))}
        {failed.map((rule) => (
          <li key={rule.id}>
            <span className="where">{t('rules_title')}</span>
            {say(rule.text)}{marks.aside(say(rule.ground))}
          </li>
        ))}
      </ul>
      <MendList id={id} form={call.rulebook.form} faults={errors} writes={writes(application)} />
    </section>
  );
}

function Rules({ rules }: { readonly rules: readonly RuleView[] }) {
  const t = useTexts(ownTexts);
  const reasonOf = useReasonOf();
  if (rules.length === 0) return null;
  const reasons = rules.map(reasonOf);
  return (
    <section className="state-part">
      <h2>{t('rules_title')}</h2>
      <p className="quiet">{t('rules_lead')}</p>
      <ReasonList reasons={reasons} />
    </section>
  );
}
