import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { PaperSheetView } from '../../../api/index.js';
import { ErrorNote, Icon, PageShell, useMarks, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { Differences } from '../paper/differences.js';
import { EntryForm } from '../paper/entry-form.js';
import { paperTexts } from '../paper/paper-texts.js';
import '../paper/paper.css';
import { ScanLink } from '../paper/scan-link.js';
import { paperSheetQuery } from '../queries.js';
import '../officer/officer.css';
import { useAlias } from '../alias.js';

/** One paper sheet before whoever brings it in or checks it. */
export default function PaperEntryPage() {
  const t = useTexts(paperTexts);
  const { callId = '', code = '' } = useParams({ strict: false }) as { callId?: string; code?: string };
  const { data: sheet, error, refetch } = useQuery(paperSheetQuery(callId, code));
  if (error && !sheet) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!sheet) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return <Entry callId={callId} sheet={sheet} />;
}

const TONES: Readonly<Record<PaperSheetView['standing'], Tone>> = { waiting: 'waiting', entered: 'waiting', differs: 'late', handed_in: 'done', abstained: 'quiet' };

function Entry({ callId, sheet }: { readonly callId: string; readonly sheet: PaperSheetView }) {
  const t = useTexts(paperTexts);
  const say = useSay();
  const aliased = useAlias();
  const { aside } = useMarks();
  const facts = { name: sheet.mark?.enteredBy ?? '', other: sheet.mark?.checkedBy ?? '' };
  return (
    <PageShell
      title={sheet.projectName ?? t('ballot')}
      reference={[sheet.code, sheet.number, sheet.name + aside(aliased(sheet.alias)), say(sheet.stageTitle), say(sheet.blocTitle)].filter(Boolean).join(' · ')}
      back={{ to: `/desk/scoring/${callId}`, label: t('back') }}
      status={{ word: t(`s_${sheet.standing}`, facts), tone: TONES[sheet.standing], now: useGuide(sheet) }}
    >
      <div className="paper-entry">
        {sheet.scan ? <ScanLink callId={callId} seatId={sheet.seatId} scan={sheet.scan} /> : null}
        {sheet.differences.length > 0 ? <Differences differences={sheet.differences} /> : null}
        {sheet.refusal && sheet.standing !== 'handed_in' ? (
          <p className="judge-note tone-waiting" role="status"><Icon name="lock" /><span>{say(sheet.refusal)}</span></p>
        ) : null}
        {sheet.standing === 'handed_in' ? <Done sheet={sheet} /> : null}
        {sheet.standing !== 'handed_in' && !sheet.refusal && !isThird(sheet) ? <Form callId={callId} sheet={sheet} /> : null}
      </div>
    </PageShell>
  );
}

/** Of one that was left to the others, folded: only a sheet that she signs anew is entered. */
function Form({ callId, sheet }: { readonly callId: string; readonly sheet: PaperSheetView }) {
  const t = useTexts(paperTexts);
  const form = <EntryForm key={`${sheet.code} ${sheet.standing === 'waiting'}`} callId={callId} sheet={sheet} />;
  return sheet.standing === 'abstained' ? <details className="paper-entry-again"><summary>{t('abstain_again')}</summary>{form}</details> : form;
}

/** Two others have read it already, and differ. */
const isThird = ({ standing, own }: PaperSheetView): boolean => standing === 'differs' && own === null;

/** What is to be done with it now, by this reader. */
function useGuide(sheet: PaperSheetView): string {
  const t = useTexts(paperTexts);
  if (sheet.standing === 'handed_in') return t('entry_done_what', { name: sheet.mark?.enteredBy ?? '', other: sheet.mark?.checkedBy ?? '' });
  if (sheet.standing === 'abstained') return t('entry_abstained_what');
  if (sheet.standing === 'waiting') return t('entry_first');
  if (sheet.standing === 'differs') return t(isThird(sheet) ? 'entry_third' : 'entry_differs');
  return sheet.own ? t('entry_mine') : t('entry_second', { name: sheet.mark?.enteredBy ?? '' });
}

function Done({ sheet }: { readonly sheet: PaperSheetView }) {
  const { colon } = useMarks();
  const t = useTexts(paperTexts);
  return (
    <section className="sheet-receipt tone-done" role="status">
      <p className="what"><Icon name="check" /> {t('entry_done')}</p>
      {sheet.commitment ? <p>{t('entry_receipt')}{colon}<code className="figures">{sheet.commitment}</code></p> : null}
    </section>
  );
}
