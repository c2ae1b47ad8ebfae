import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ObjectionAnswerView } from '../../../api/index.js';
import { copyText, Icon, Instant, useTexts } from '../../../ui/index.js';
import { publicTexts } from '../texts-public.js';

/** What the objector keeps: the reference by which the answer is read. */
export function Receipt({ answer }: { readonly answer: ObjectionAnswerView }) {
  const t = useTexts(publicTexts);
  const [copied, setCopied] = useState(false);
  const copy = () => void copyText(answer.reference).then(setCopied);
  return (
    <article className="page receipt">
      <h1>{t('sent_title')}</h1>
      <p className="prose">{t('sent_lead')}</p>
      <p>
        <span className="quiet">{t('reference')}</span>
        <strong className="ref">{answer.reference}</strong>
      </p>
      <p>{t('sent_answer', { day: answer.answerUntil })}</p>
      <p className="quiet">
        {t('received')} <Instant at={answer.receivedAt} />
      </p>
      <div className="act-row no-print" style={{ marginTop: 24 }}>
        <Link className="button primary" to={`/objections/${answer.reference}`}>
          {t('see_answer')}
        </Link>
        <button type="button" className="button" onClick={copy}>
          {copied ? <Icon name="check" /> : null}
          <span role="status">{copied ? t('copied') : t('copy')}</span>
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          <Icon name="print" />
          {t('print_receipt')}
        </button>
      </div>
    </article>
  );
}
