import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTexts } from '../../../ui/index.js';
import { FilePlace } from '../public/file-place.js';
import { plainHash } from '../public/hash-text.js';
import '../public/portal.css';
import { useFileHash } from '../public/use-file-hash.js';
import { portalTexts } from '../texts-public.js';

/** On the front page: a box to verify what somebody holds. */
export default function VerifyFront() {
  const t = useTexts(portalTexts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const go = (hash: string) => void navigate({ to: '/verify', search: { hash } as never });
  const { file, take } = useFileHash(go, (receipt) => void navigate({ to: '/verify', search: { receipt: JSON.stringify(receipt) } as never }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    go(plainHash(typed));
  };
  return (
    <section className="front-part">
      <h2>{t('verify')}</h2>
      <p className="prose verify-lead">{t('verify_front_lead')}</p>
      <div className="verify-box">
        <form onSubmit={send} className="verify-form">
          <div className="field">
            <label htmlFor="front-hash">{t('hash')}</label>
            <input id="front-hash" className="input hash-input" spellCheck={false} autoCapitalize="none" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </div>
          <button type="submit" className="button">{t('check')}</button>
        </form>
        <FilePlace file={file} onFile={(chosen) => void take(chosen)} />
      </div>
    </section>
  );
}
