import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Problem, type ProofView } from '../../../api/index.js';
import { ErrorNote, Icon, Instant, useSay, useTexts } from '../../../ui/index.js';
import { verificationQuery } from '../queries.js';
import { portalTexts } from '../texts-public.js';
import { hashFault } from './hash-text.js';

/** What a hash belongs to, in words; or that it belongs to nothing that was issued here. */
export function VerdictOfHash({ hash }: { readonly hash: string }) {
  const place = useRef<HTMLDivElement>(null);
  // On a phone the answer would come below what is in sight. New browsers answer the call with a promise, which is no clean-up.
  useEffect(() => {
    void place.current?.scrollIntoView({ block: 'nearest' });
  }, [hash]);
  return (
    <div ref={place} className="verdict-place">
      <Verdict hash={hash} />
    </div>
  );
}

function Verdict({ hash }: { readonly hash: string }) {
  const t = useTexts(portalTexts);
  const fault = hashFault(hash);
  const answer = useQuery({ ...verificationQuery(hash), enabled: fault === null });
  if (fault === 'short') return <Refusal title={t('malformed')} why={t('malformed_why', { count: hash.length })} />;
  if (fault === 'other') return <Refusal title={t('malformed')} why={t('malformed_other')} />;
  if (answer.isPending) return <p className="quiet" role="status">{t('checking')}</p>;
  if (answer.error instanceof Problem && answer.error.status === 404) return <Refusal title={t('unknown')} why={t('unknown_why')} hash={hash} />;
  if (answer.error && !answer.data) return <ErrorNote error={answer.error} onRetry={() => void answer.refetch()} />;
  return (
    <div className="verdict-genuine tone-done" role="status">
      <p className="verdict-title">
        <Icon name="check" />
        {t('genuine')}
      </p>
      {answer.data.findings.map((finding, at) => (
        <Finding key={at} finding={finding} />
      ))}
      <p className="quiet proof-hash figures">SHA-256 {hash}</p>
      <p className="quiet">{t('private_note')}</p>
    </div>
  );
}

function Finding({ finding }: { readonly finding: ProofView }) {
  const t = useTexts(portalTexts);
  const say = useSay();
  return (
    <dl className="finding">
      <div>
        <dt>{t('what')}</dt>
        <dd>
          <strong>{say(finding.what)}</strong>
          {finding.remark ? <span className="finding-remark tone-waiting"><Icon name="alert" /> {say(finding.remark)}</span> : null}
        </dd>
      </div>
      {finding.round ? (
        <div>
          <dt>{t('round')}</dt>
          <dd>
            {say(finding.round)} <span className="quiet figures">{finding.roundNumber}</span>
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{t('issuer')}</dt>
        <dd>{say(finding.issuer)}</dd>
      </div>
      <div>
        <dt>{t('issued_at')}</dt>
        <dd>
          <Instant at={finding.issuedAt} />
        </dd>
      </div>
    </dl>
  );
}

/** Why nothing is proven, whatever was held up to be checked. */
export function Refusal({ title, why, hash }: { readonly title: string; readonly why: string; readonly hash?: string }) {
  return (
    <div className="verdict-genuine tone-late" role="alert">
      <p className="verdict-title">
        <Icon name="alert" />
        {title}
      </p>
      <p>{why}</p>
      {hash ? <p className="quiet proof-hash figures">SHA-256 {hash}</p> : null}
    </div>
  );
}
