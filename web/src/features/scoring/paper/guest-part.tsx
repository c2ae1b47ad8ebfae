import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PaperRowView, PaperSeatView } from '../../../api/index.js';
import { Icon, useSay, useTexts, type Tone } from '../../../ui/index.js';
import { Alias } from '../alias.js';
import { ScoringTable } from '../scoring-table.js';
import { DeclareDialog } from './declare-dialog.js';
import { FormDialog } from './form-dialog.js';
import { paperTexts } from './paper-texts.js';

interface GuestProps {
  readonly callId: string;
  readonly stageKey: string;
  readonly seat: PaperSeatView;
  readonly open: boolean;
}

/** One guest in three steps: what she declared, what is printed for her, what was brought in. */
export function GuestPart({ callId, stageKey, seat, open }: GuestProps) {
  const say = useSay();
  const heading = `guest-${seat.seatId}`;
  return (
    <section className="paper-guest" aria-labelledby={heading}>
      <h2 id={heading}>
        {seat.name} <span className="quiet"><Alias name={seat.alias} /> · {say(seat.blocTitle)}</span>
      </h2>
      {open ? <Steps callId={callId} stageKey={stageKey} seat={seat} /> : null}
      <Rows callId={callId} seat={seat} open={open} />
    </section>
  );
}

const PRINT = '/desk/scoring/$callId/$stageKey/paper/$seatId';

function Steps({ callId, stageKey, seat }: Omit<GuestProps, 'open'>) {
  const t = useTexts(paperTexts);
  const [dialog, setDialog] = useState<'declare' | 'form' | null>(null);
  const declared = seat.rows.filter(({ conflict }) => conflict !== null).length;
  const free = seat.rows.some(({ conflict }) => conflict === 'none');
  const params = { callId, stageKey, seatId: seat.seatId } as never;
  return (
    <div className="paper-steps">
      <div>
        <h3>{t('step_declare')}</h3>
        <p className="quiet figures">{t('declared_of', { done: declared, all: seat.rows.length })}</p>
        <div className="paper-step-tools">
          <Link to={PRINT} params={params} search={{ what: 'declaration' } as never} className="button" target="_blank"><Icon name="print" /> {t('print_declaration')}</Link>
          <button type="button" className={`button ${declared < seat.rows.length ? 'primary' : ''}`} onClick={() => setDialog('declare')}>{t('enter_declaration')}</button>
        </div>
      </div>
      <div>
        <h3>{t(seat.ballot ? 'step_print_ballot' : 'step_print')}</h3>
        {free ? (
          <div className="paper-step-tools">
            <Link to={PRINT} params={params} className="button" target="_blank"><Icon name="print" /> {t(seat.ballot ? 'print_ballot' : 'print_sheets')}</Link>
            {seat.ballot ? null : <a className="button" href={`/api/calls/${callId}/paper-seats/${seat.seatId}/form`} download><Icon name="download" /> {t('form')}</a>}
            {seat.ballot ? null : <a className="button" href={`/api/calls/${callId}/paper-seats/${seat.seatId}/form?kind=docx`} download><Icon name="download" /> {t('form_word')}</a>}
          </div>
        ) : <p className="quiet">{t('nothing_declared')}</p>}
      </div>
      <div>
        <h3>{t('step_enter')}</h3>
        <div className="paper-step-tools">
          {seat.ballot ? null : <button type="button" className="button" aria-disabled={!free} onClick={() => (free ? setDialog('form') : undefined)}><Icon name="up" /> {t('form_take')}</button>}
          {seat.ballot && seat.code ? <Enter callId={callId} code={seat.code} standing={seat.standing} what={t('ballot')} /> : null}
        </div>
        {seat.ballot && seat.code ? <Standing row={seat} /> : null}
      </div>
      {dialog === 'declare' ? <DeclareDialog callId={callId} seat={seat} onClose={() => setDialog(null)} /> : null}
      {dialog === 'form' ? <FormDialog callId={callId} seat={seat} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

const TONES: Readonly<Record<PaperRowView['standing'], Tone>> = { waiting: 'quiet', entered: 'waiting', differs: 'late', handed_in: 'done', abstained: 'quiet' };

function Standing({ row }: { readonly row: Pick<PaperRowView, 'standing' | 'mark'> }) {
  const t = useTexts(paperTexts);
  const facts = { name: row.mark?.enteredBy ?? '', other: row.mark?.checkedBy ?? '' };
  return <span className={`tone-${TONES[row.standing]} ${row.standing === 'differs' ? 'late-word' : ''}`}>{t(`s_${row.standing}`, facts)}{row.mark?.byFile ? t('by_file') : ''}</span>;
}

function Rows({ callId, seat, open }: Omit<GuestProps, 'stageKey'>) {
  const t = useTexts(paperTexts);
  return (
    <div className="paper-table-scroll" tabIndex={0} role="region" aria-label={seat.name}>
      <ScoringTable>
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            {seat.ballot ? null : <th scope="col">{t('code')}</th>}
            <th scope="col">{t('standing')}</th>
            <th scope="col"><span className="visually-hidden">{t('actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {seat.rows.map((row) => (
            <tr key={row.applicationId}>
              <th scope="row">{row.projectName} <span className="quiet figures">{row.number}</span></th>
              {seat.ballot ? null : <td className="paper-code">{row.code ?? <span className="quiet">{t('unprinted')}</span>}</td>}
              <td>{row.conflict === 'none' ? seat.ballot ? t('v_none') : <Standing row={row} /> : <span className="quiet">{t(row.conflict === null ? 'undeclared' : (row.conflict as 'has' | 'unsure'))}</span>}</td>
              <td className="right">{open && row.code && row.conflict === 'none' ? <Enter callId={callId} code={row.code} standing={row.standing} what={row.projectName} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </ScoringTable>
    </div>
  );
}

function Enter({ callId, code, standing, what }: { readonly callId: string; readonly code: string; readonly standing: PaperRowView['standing']; readonly what: string }) {
  const t = useTexts(paperTexts);
  const label = t(standing === 'waiting' ? 'enter' : standing === 'handed_in' || standing === 'abstained' ? 'open' : 'check');
  return (
    <Link to="/desk/scoring/$callId/paper-sheets/$code" params={{ callId, code } as never} className="button" aria-label={`${label} · ${what}`}>
      {label}
    </Link>
  );
}
