import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficerCallView, OfficerVersionView } from '../../../api/index.js';
import { Empty, ErrorNote, Instant, StatusMark, useTexts } from '../../../ui/index.js';
import { changesQuery, versionQuery, versionsQuery } from '../officer-queries.js';
import { ChangeList } from '../rulebook/reading/change-list.js';
import '../rulebook/rulebook.css';
import { officerTexts } from '../texts-officer.js';

/** Every version that people could read, with its reason and its differences; what was saved while writing is folded away. */
export function VersionsPart({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(officerTexts);
  const versions = useQuery(versionsQuery(call.id));
  if (versions.isError && !versions.data) return <ErrorNote error={versions.error} onRetry={() => void versions.refetch()} />;
  const all = versions.data ?? [];
  const addenda = all.filter(({ afterPublication }) => afterPublication);
  const drafts = all.filter(({ afterPublication }) => !afterPublication);
  return (
    <>
      {addenda.length === 0 && call.publishedAt ? <Empty small why={t('no_changes')} what={t('no_changes_what')} /> : null}
      <ol className="version-list">
        {addenda.map((version) => (
          <VersionRow key={version.version} call={call} version={version} />
        ))}
        {call.publishedAt && drafts[0] ? <VersionRow call={call} version={drafts[0]} word="version_published" /> : null}
      </ol>
      <details className="read-part">
        <summary>{t('drafts_folded', { count: drafts.length })}</summary>
        <ol className="version-list">
          {drafts.map((version) => (
            <VersionRow key={version.version} call={call} version={version} />
          ))}
        </ol>
      </details>
    </>
  );
}

interface VersionRowProps {
  readonly call: OfficerCallView;
  readonly version: OfficerVersionView;
  readonly word?: 'version_published';
}

function VersionRow({ call, version, word }: VersionRowProps) {
  const t = useTexts(officerTexts);
  const [open, setOpen] = useState(false);
  const current = version.version === call.rulebookVersion;
  return (
    <li>
      <p className="version-head">
        <strong>{t('version', { number: version.version })}</strong>
        {current ? <StatusMark word={t('version_current')} tone="current" /> : null}
        <span className="quiet">{t(word ?? (version.afterPublication ? 'version_addendum' : 'version_draft'))}</span>
        <Instant at={version.madeAt} zone={false} />
        <span className="quiet">{version.madeByName ? t('made_by', { name: version.madeByName }) : ''}</span>
      </p>
      {version.reason ? <p>{version.reason}</p> : null}
      {version.version > 1 ? (
        <button type="button" className="link-button no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('show_changes')} <span className="quiet">{t('compared_with', { number: version.version - 1 })}</span>
        </button>
      ) : null}
      {open ? <Differences callId={call.id} version={version.version} /> : null}
    </li>
  );
}

function Differences({ callId, version }: { readonly callId: string; readonly version: number }) {
  const changes = useQuery(changesQuery(callId, version - 1, version));
  const before = useQuery(versionQuery(callId, version - 1));
  const after = useQuery(versionQuery(callId, version));
  if (changes.isError && !changes.data) return <ErrorNote error={changes.error} onRetry={() => void changes.refetch()} />;
  if (!changes.data || !before.data || !after.data) return null;
  return <ChangeList changes={changes.data} before={before.data} after={after.data} />;
}
