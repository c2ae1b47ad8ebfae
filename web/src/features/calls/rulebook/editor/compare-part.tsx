import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api, callChoicesQuery, type OfficerCallView } from '../../../../api/index.js';
import { ErrorNote, useLanguage, useTexts, useUrlState } from '../../../../ui/index.js';
import { callQuery, templatesQuery, versionQuery, versionsQuery } from '../../officer-queries.js';
import { editorTexts } from '../../texts-editor.js';
import { useBook } from '../editor-context.js';
import { ChangeList } from '../reading/change-list.js';

/** What is written, beside a template, an earlier call or an earlier version, difference by difference. */
export function ComparePart({ call }: { readonly call: OfficerCallView }) {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const [url, change] = useUrlState();
  const templates = useQuery(templatesQuery);
  const versions = useQuery(versionsQuery(call.id));
  const listed = useQuery(callChoicesQuery).data?.items.filter(({ id }) => id !== call.id) ?? [];
  const origin = call.copiedFrom ?? call.parent;
  const earlier = origin ? [origin, ...listed.filter(({ id }) => id !== origin.id)] : listed;
  const chosen = url.with ?? (origin ? `call ${origin.id}` : 'version 1');
  return (
    <section className="compare">
      <div className="field">
        <label htmlFor="compare-with">{t('compare_with')}</label>
        <select id="compare-with" className="input" value={chosen} onChange={(event) => change({ with: event.target.value }, { replace: true })}>
          {versions.data?.map(({ version }) => (
            <option key={version} value={`version ${version}`}>
              {t('compare_version', { number: version })}
            </option>
          ))}
          {earlier.map(({ id, number, title }) => (
            <option key={id} value={`call ${id}`}>
              {t(compareWords(id, call), { number, title: title[language] })}
            </option>
          ))}
          {templates.data?.map(({ code, title }) => (
            <option key={code} value={`template ${code}`}>
              {t('compare_template', { title: title[language] })}
            </option>
          ))}
        </select>
      </div>
      <Differences call={call} chosen={chosen} />
    </section>
  );
}

/** Where the rules came from is named as that; every other call is an earlier one. */
function compareWords(id: string, { copiedFrom, parent }: OfficerCallView): 'compare_source' | 'compare_parent' | 'compare_call' {
  if (id === copiedFrom?.id) return 'compare_source';
  return id === parent?.id ? 'compare_parent' : 'compare_call';
}

function Differences({ call, chosen }: { readonly call: OfficerCallView; readonly chosen: string }) {
  const book = useDeferredValue(useBook());
  const [kind, name = ''] = chosen.split(' ');
  const version = useQuery({ ...versionQuery(call.id, Number(name)), enabled: kind === 'version' });
  const template = useQuery({ queryKey: ['rulebook-template', name], queryFn: () => api.rulebooksTemplate({ path: { code: name } }), enabled: kind === 'template', staleTime: Infinity });
  const other = useQuery({ ...callQuery(name), enabled: kind === 'call' });
  const before = { version: version.data, template: template.data, call: other.data?.rulebook as object | undefined }[kind as 'version'];
  const compared = useQuery({
    queryKey: ['rulebook-comparison', chosen, book],
    queryFn: () => api.rulebooksCompare({ body: { before: before as never, after: book as never } }),
    enabled: before !== undefined,
    gcTime: 0,
  });
  if (compared.isError && !compared.data) return <ErrorNote error={compared.error} onRetry={() => void compared.refetch()} />;
  if (!compared.data || !before) return null;
  return <ChangeList changes={compared.data} before={before} after={book} />;
}
