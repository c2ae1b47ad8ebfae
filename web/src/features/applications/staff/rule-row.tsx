import { useEffect, useRef, useState } from 'react';
import type { ApplicationDetail, Rulebook, RuleCheckBody, ScreenedRuleView } from '../../../api/index.js';
import { DocumentLink, formatInstant, Icon, useLanguage, useTexts } from '../../../ui/index.js';
import { staffTexts } from '../texts-staff.js';
import { OpinionsLine } from './opinions-line.js';

type Verdict = RuleCheckBody['verdict'];

interface RuleRowProps {
  readonly rule: ScreenedRuleView;
  readonly application: ApplicationDetail;
  readonly book: Rulebook;
  readonly locked: boolean;
  /** What is found with the note that is being written; null while none is. */
  readonly noting: Verdict | null;
  readonly maySettle: boolean;
  readonly onNote: (verdict: Verdict | null) => void;
  readonly onJudge: (verdict: Verdict) => void;
  readonly onKeep: (verdict: Verdict, note: string) => void;
}

const VERDICTS = ['passed', 'failed', 'not_applicable'] as const;
const PLATFORM = { passed: ['platform_passed', 'done', 'check'], failed: ['platform_failed', 'late', 'cross'], unknown: ['platform_unknown', 'waiting', 'hourglass'] } as const;

const isSettled = ({ opinions }: ScreenedRuleView): boolean => opinions?.state === 'settled';

/** Among several screeners the reader's own opinion, until it is decided over them. */
const chosenOf = (rule: ScreenedRuleView): string | undefined => (rule.opinions && !isSettled(rule) ? rule.opinions.mine?.verdict : rule.finding?.verdict);

/** One rule: what the platform judged and when, what proves it, and what the screener finds. */
export function RuleRow(props: RuleRowProps) {
  const { rule, noting } = props;
  // What an officer has decided is open to nobody's opinion any more.
  const locked = props.locked || isSettled(rule);
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const [word, tone, icon] = PLATFORM[rule.verdict];
  const finding = rule.finding;
  const chosen = noting ?? chosenOf(rule);
  return (
    <li tabIndex={-1} className={finding ? `found ${finding.verdict}` : 'open'}>
      <p className="rule-text">
        {rule.text[language]}
        {rule.effect === 'flag' ? <span className="quiet"> {t('flag_rule')}</span> : null}
      </p>
      <p className={`platform tone-${tone}`}>
        <Icon name={icon} />
        {t(word, { date: rule.evidenceOn ?? rule.testedOn })}
        <span className="ground">{rule.ground[language]}</span>
      </p>
      <Evidence {...props} />
      {rule.opinions ? <OpinionsLine applicationId={props.application.id} ruleId={rule.id} ruleText={rule.text[language]} opinions={rule.opinions} maySettle={props.maySettle && !props.locked} /> : null}
      <div className="verdicts" role="radiogroup" aria-label={t('judge_rule', { rule: rule.text[language] })}>
        {VERDICTS.map((verdict) => (
          <label key={verdict} className={chosen === verdict ? `chosen ${verdict}` : ''}>
            <input type="radio" name={`rule-${rule.id}`} disabled={locked} checked={chosen === verdict} onChange={() => props.onJudge(verdict)} />
            {t(`verdict_${verdict}`)}
          </label>
        ))}
        {locked || noting || !finding ? null : (
          <button type="button" className="link-button" onClick={() => props.onNote(finding.verdict)}>
            {t('note_add')}
          </button>
        )}
      </div>
      {noting ? <NoteForm key={noting} {...props} verdict={noting} /> : <Found rule={rule} />}
    </li>
  );
}

function Found({ rule: { finding } }: Pick<RuleRowProps, 'rule'>) {
  const t = useTexts(staffTexts);
  if (!finding) return null;
  const when = formatInstant(new Date(finding.checkedAt));
  return (
    <p className="found-line">
      {finding.note ? <span>{finding.note}</span> : null}
      <span className="quiet">{t(foundBy(finding), { name: finding.checkedBy ?? '', when })}</span>
    </p>
  );
}

function foundBy({ checkedBy, settledBy }: NonNullable<ScreenedRuleView['finding']>) {
  if (settledBy === 'agreement') return 'agreed_on';
  if (checkedBy === null) return 'checked';
  return settledBy === 'officer' ? 'decided_by' : 'checked_by';
}

/** The ground of a failed rule, or a note on any other. */
function NoteForm({ rule, verdict, onKeep, onNote }: RuleRowProps & { readonly verdict: Verdict }) {
  const t = useTexts(staffTexts);
  const [note, setNote] = useState(rule.finding?.note ?? '');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const keep = () => {
    setTried(true);
    if (note.trim() || verdict !== 'failed') onKeep(verdict, note.trim());
  };
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? onNote(null) : undefined)}
    >
      <textarea ref={field} className="input" rows={2} maxLength={1000} aria-label={t('note')} aria-invalid={tried && verdict === 'failed' && !note.trim() ? true : undefined} value={note} onChange={(event) => setNote(event.target.value)} onKeyDown={(event) => (event.key === 'Enter' && !event.shiftKey ? (event.preventDefault(), keep()) : undefined)} />
      {verdict === 'failed' ? <span className="hint">{t('note_needed')}</span> : null}
      <button type="submit" className="button">
        {t('note_keep')}
      </button>
    </form>
  );
}

/** The files that the applicant gave as evidence for this rule. */
function Evidence({ rule, application, book }: RuleRowProps) {
  const t = useTexts(staffTexts);
  if (rule.evidence.length === 0) return null;
  const files = rule.evidence.flatMap((key) => idsOf(key, application, book)).flatMap((id) => application.files.filter((file) => file.id === id));
  return (
    <p className="evidence">
      <span className="quiet">{t('evidence')}</span>
      {files.length === 0 ? <span className="quiet">{t('evidence_none')}</span> : null}
      {files.map((file) => (
        <DocumentLink key={file.id} id={file.id} name={file.name} />
      ))}
    </p>
  );
}

function idsOf(questionKey: string, { answers }: ApplicationDetail, { form }: Rulebook): string[] {
  const section = form.sections.find(({ questions }) => questions.some(({ key }) => key === questionKey));
  const answer = section ? answers[section.key]?.[questionKey] : undefined;
  return Array.isArray(answer) ? answer.map(String) : [];
}
