import { useState } from 'react';
import { houseFetch, type RankingView } from '../../../api/index.js';
import { ErrorNote, Icon, saveFile, useAttempt, useTexts } from '../../../ui/index.js';
import { correctionsTexts } from '../officer/corrections-texts.js';
import { rankingTexts } from './ranking-texts.js';

interface VerifyPartProps {
  readonly ranking: RankingView;
  /** Where the sealed bytes lie. */
  readonly manifestUrl: string;
}

interface Outcome {
  readonly wrong: readonly string[];
  /** Null where the browser may not hash. */
  readonly hash: string | null;
}

/** The hash, the manifest, the program that checks it, and the same program run here. */
export function VerifyPart({ ranking, manifestUrl }: VerifyPartProps) {
  const t = useTexts(rankingTexts);
  const corrected = useTexts(correctionsTexts);
  const { busy, error, attempt } = useAttempt();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const file = `ranking-${ranking.callNumber}${ranking.stageKey ? `-${ranking.stageKey}` : ''}.json`;
  return (
    <section className="ranking-part verify">
      <h2>{t('verify')}</h2>
      <p>{t('verify_what')}</p>
      <dl>
        <dt className="quiet">{t('hash')}</dt>
        <dd>
          <code>{ranking.hash}</code>
        </dd>
      </dl>
      {ranking.corrects ? <p className="tone-waiting">{corrected('corrects', { hash: ranking.corrects.slice(0, 16) })}</p> : null}
      <p className="verify-tools no-print">
        <button type="button" className="button primary" aria-disabled={busy} onClick={() => (busy ? undefined : void attempt(async () => setOutcome(await recompute(manifestUrl))))}>
          {busy ? t('recomputing') : t('recompute')}
        </button>
        <a className="button" href={manifestUrl} download={file}>
          <Icon name="file" /> {t('download')}
        </a>
        <button type="button" className="button" onClick={() => void saveProgram()}>
          <Icon name="file" /> {t('download_script')}
        </button>
      </p>
      {error ? <ErrorNote error={error} /> : null}
      {outcome ? <Told outcome={outcome} ranking={ranking} /> : null}
      <p className="quiet">{t('command')}</p>
      <pre>
        <code>{`node verify-ranking.mjs ${file} --sha256=${ranking.hash}`}</code>
      </pre>
    </section>
  );
}

/** Runs the independent program over the very bytes that were sealed. */
async function recompute(manifestUrl: string): Promise<Outcome> {
  const bytes = await (await houseFetch(manifestUrl)).arrayBuffer();
  const { differences } = await import('../../../../../scripts/verify-ranking.mjs');
  return { wrong: differences(JSON.parse(new TextDecoder().decode(bytes)) as object), hash: await hashOf(bytes) };
}

async function hashOf(bytes: ArrayBuffer): Promise<string | null> {
  if (!globalThis.crypto.subtle) return null;
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function saveProgram(): Promise<void> {
  const { default: program } = await import('../../../../../scripts/verify-ranking.mjs?raw');
  saveFile(new Blob([program], { type: 'text/javascript' }), 'verify-ranking.mjs');
}

function Told({ outcome: { wrong, hash }, ranking }: { readonly outcome: Outcome; readonly ranking: RankingView }) {
  const t = useTexts(rankingTexts);
  const good = wrong.length === 0;
  return (
    <div className={`verify-told tone-${good ? 'done' : 'late'}`} role="status">
      <p>
        <Icon name={good ? 'check' : 'alert'} /> <strong>{good ? t('agrees', { count: ranking.rows.filter(({ rank }) => rank !== null).length }) : t('differs', { count: wrong.length })}</strong>
      </p>
      <ul>
        {wrong.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{hash === null ? t('hash_unknown') : hash === ranking.hash ? t('hash_agrees') : t('hash_differs', { hash })}</p>
    </div>
  );
}
