import { useState } from 'react';
import { api, serverNow, useCommand, type ApplicationDetail, type ApplicationMoveView, type Rulebook, type ScreeningBody, type ScreeningView } from '../../../api/index.js';
import { ActDialog, formatInstant, TextField, useLanguage, useTexts, type ActDialogProps } from '../../../ui/index.js';
import { APPLICATIONS } from '../staff-queries.js';
import { staffTexts } from '../texts-staff.js';

interface DecisionProps {
  readonly application: ApplicationDetail;
  readonly screening: ScreeningView;
  readonly book: Rulebook;
}

/** Admit, return or exclude; what is not possible says why, in the server's words. */
export function DecisionPart(props: DecisionProps) {
  const t = useTexts(staffTexts);
  const moves = (name: string) => props.application.moves.find(({ move }) => move === name);
  const [admit, back, exclude, again] = [moves('admit'), moves('return'), moves('exclude'), moves('reconsider')];
  return (
    <section className="screening-part decision no-print" aria-label={t('decision')}>
      <h2>{t('decision')}</h2>
      {props.application.moves.length === 0 ? <p className="quiet">{t('nothing_to_decide')}</p> : null}
      <div className="decisions">
        {admit ? <Simple {...props} move={admit} kind="primary" /> : null}
        {back ? <ReturnDialog {...props} move={back} /> : null}
        {exclude ? <ExcludeDialog {...props} move={exclude} /> : null}
        {again ? <Simple {...props} move={again} kind="secondary" /> : null}
      </div>
    </section>
  );
}

interface MoveProps extends DecisionProps {
  readonly move: ApplicationMoveView;
}

type Move = ScreeningBody['move'];

/** Answers once what the page shows is the decided state. */
function useDecide(id: string): (body: ScreeningBody) => Promise<unknown> {
  return useCommand<ScreeningBody>({ run: (body, key) => api.screeningScreen({ path: { id }, body, headers: { 'Idempotency-Key': key } }), refresh: [APPLICATIONS] }).mutateAsync;
}

const useRefusal = ({ allowed, reason }: ApplicationMoveView): string | null => {
  const language = useLanguage();
  return allowed ? null : (reason?.[language] ?? null);
};

function Simple({ application, move, kind }: MoveProps & { readonly kind: NonNullable<ActDialogProps['kind']> }) {
  const t = useTexts(staffTexts);
  const decide = useDecide(application.id);
  const name = move.move as 'admit' | 'reconsider';
  return (
    <ActDialog label={t(name)} kind={kind} refusal={useRefusal(move)} onAct={(reason) => decide({ move: name, ...(reason ? { reason } : {}) })} {...(name === 'reconsider' ? { reason: { label: t('reason'), least: 4 } } : {})}>
      <p>{t(`${name}_what`)}</p>
    </ActDialog>
  );
}

const DAY = 86_400_000;

/** The end of the working day in Beijing, so many days from now. */
export function dueIn(days: number, now: number): string {
  return `${formatInstant(new Date(now + days * DAY), 'day')}T18:00:00+08:00`;
}

/** Named sections open to the applicant, for a number of days. */
function ReturnDialog({ application, book, move }: MoveProps) {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const decide = useDecide(application.id);
  const faulty = [...new Set(application.faults.map(({ section }) => section))].filter((key) => book.form.sections.some((section) => section.key === key));
  const [sections, setSections] = useState<readonly string[]>(faulty);
  const [parties, setParties] = useState(application.partners.some(({ consent }) => consent === 'left'));
  const [days, setDays] = useState('5');
  const count = Number(days);
  const dueAt = count > 0 ? dueIn(count, serverNow()) : null;
  const toggle = (key: string, on: boolean) => setSections(book.form.sections.map((section) => section.key).filter((one) => (one === key ? on : sections.includes(one))));
  return (
    <ActDialog
      label={t('return')}
      kind="secondary"
      refusal={useRefusal(move)}
      innerRefusal={sections.length === 0 && !parties ? t('return_choose') : null}
      reason={{ label: t('return_reason'), hint: t('return_reason_hint'), least: 4 }}
      onAct={(reason) => decide({ move: 'return' satisfies Move, reason, sections: [...sections], parties, ...(dueAt ? { dueAt } : {}) })}
    >
      <p>{t('return_what')}</p>
      <fieldset className="pick-sections">
        <legend>{t('return_sections')}</legend>
        {application.partners.length > 0 ? (
          <label>
            <input type="checkbox" checked={parties} onChange={(event) => setParties(event.target.checked)} />
            {t('return_parties')}
          </label>
        ) : null}
        {book.form.sections.map((section) => (
          <label key={section.key}>
            <input type="checkbox" checked={sections.includes(section.key)} onChange={(event) => toggle(section.key, event.target.checked)} />
            {section.title[language]}
          </label>
        ))}
      </fieldset>
      <TextField className="short" inputMode="numeric" label={t('return_days')} hint={dueAt ? t('return_due', { when: formatInstant(new Date(dueAt)) }) : undefined} value={days} onChange={(event) => setDays(event.target.value.replace(/\D/g, '').slice(0, 3))} />
    </ActDialog>
  );
}

/** The reason begins with the rules that failed, each with its ground. */
function ExcludeDialog({ application, screening, move }: MoveProps) {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const decide = useDecide(application.id);
  const failed = screening.rules.filter(({ finding }) => finding?.verdict === 'failed');
  const grounds = failed.map(({ text, finding }) => (language === 'zh' ? `不符合“${text.zh}”：${finding?.note ?? ''}。` : `Failed “${text.en}”: ${finding?.note ?? ''}.`)).join(language === 'zh' ? '' : ' ');
  return (
    <ActDialog
      key={grounds}
      label={t('exclude')}
      kind="danger"
      refusal={useRefusal(move)}
      reason={{ label: t('exclude_reason'), hint: t('exclude_reason_hint'), least: 4, start: grounds }}
      onAct={(reason) => decide({ move: 'exclude' satisfies Move, reason })}
    >
      <p>{t('exclude_what')}</p>
    </ActDialog>
  );
}
