import { useEffect, useState, type FormEvent } from 'react';
import { useTexts, useUrlState } from '../../../ui/index.js';
import { FilePlace } from '../public/file-place.js';
import { plainHash } from '../public/hash-text.js';
import '../public/portal.css';
import { useFileHash } from '../public/use-file-hash.js';
import { readScoreReceipt } from '../public/score-receipt.js';
import { VerdictOfHash } from '../public/verdict-of-hash.js';
import { VerdictOfReceipt } from '../public/verdict-of-receipt.js';
import { portalTexts } from '../texts-public.js';

/** Whoever holds a document learns whether it was issued here. The hash stands in the address, so the answer can be passed on. */
export default function VerifyPage() {
  const t = useTexts(portalTexts);
  const [url, change] = useUrlState();
  const asked = plainHash(url.hash ?? '');
  const receipt = url.receipt ? readScoreReceipt(url.receipt) : null;
  const [typed, setTyped] = useState(asked);
  const { file, take, forget } = useFileHash((hash) => change({ hash, receipt: undefined }), (receipt) => change({ hash: undefined, receipt: JSON.stringify(receipt) }));
  useEffect(() => setTyped(asked), [asked]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    forget();
    change({ hash: plainHash(typed), receipt: undefined });
  };
  return (
    <article className="page verify-page">
      <h1>{t('verify')}</h1>
      <p className="prose page-lead">{t('verify_lead')}</p>
      <form onSubmit={send} className="verify-form">
        <div className="field">
          <label htmlFor="verify-hash">{t('hash')}</label>
          <textarea id="verify-hash" className="input hash-input" rows={2} spellCheck={false} autoCapitalize="none" autoCorrect="off" value={typed} aria-describedby="verify-hint" onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => (event.key === 'Enter' ? send(event) : undefined)} />
          <span className="hint" id="verify-hint">{t('hash_hint')}</span>
        </div>
        <button type="submit" className="button primary">{t('check')}</button>
      </form>
      <h2 className="or-file">{t('or_file')}</h2>
      <FilePlace file={file} onFile={(chosen) => void take(chosen)} />
      {asked ? <VerdictOfHash hash={asked} /> : null}
      {receipt ? <VerdictOfReceipt receipt={receipt} /> : null}
      <section className="where-hash" aria-labelledby="where-hash">
        <h2 id="where-hash">{t('where')}</h2>
        <ul>
          {(['where_receipt', 'where_sheet', 'where_ranking', 'where_notice', 'where_contract'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}
